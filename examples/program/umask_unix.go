//go:build unix

package program

import (
	"os"
	"syscall"
)

// umask returns the permission bits that the user removes from new files.
func umask() os.FileMode {
	mask := syscall.Umask(0)
	syscall.Umask(mask)
	return os.FileMode(mask)
}
