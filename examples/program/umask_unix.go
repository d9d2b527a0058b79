//go:build unix

package program

import (
	"os"
	"syscall"
)

// umask is what the user takes away from the rights of new files.
func umask() os.FileMode {
	mask := syscall.Umask(0)
	syscall.Umask(mask)
	return os.FileMode(mask)
}
