package memtest

import (
	"syscall"
	"testing"
	"unsafe"
)

// AtEnd moves a list to the end of accessible memory, so that a read or write past it faults.
func AtEnd[T any](t *testing.T, list []T) []T {
	t.Helper()
	if len(list) == 0 {
		return nil
	}
	const page = 4096
	size := len(list) * int(unsafe.Sizeof(list[0]))
	const use, kind = syscall.PROT_READ | syscall.PROT_WRITE, syscall.MAP_ANON | syscall.MAP_PRIVATE
	all, err := syscall.Mmap(-1, 0, (size+page-1)/page*page+page, use, kind)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = syscall.Munmap(all) })
	if err := syscall.Mprotect(all[len(all)-page:], syscall.PROT_NONE); err != nil {
		t.Fatal(err)
	}
	moved := unsafe.Slice((*T)(unsafe.Pointer(&all[len(all)-page-size])), len(list))
	copy(moved, list)
	return moved
}
