//go:build darwin || dragonfly || freebsd || linux || netbsd || openbsd

package ledger

import (
	"errors"
	"fmt"
	"os"
	"syscall"
)

// lock is held by the one program that writes to a store. It is a lock on a file of its own, which
// the system releases when the process ends.
type lock struct{ file *os.File }

// hold takes the lock of a store.
func hold(path string) (*lock, error) {
	for {
		file, err := os.OpenFile(path+"-lock", os.O_CREATE|os.O_RDWR, 0o666)
		if err != nil {
			return nil, fmt.Errorf("ledger: %s cannot be locked: %w", path, err)
		}
		err = syscall.Flock(int(file.Fd()), syscall.LOCK_EX|syscall.LOCK_NB)
		if err == nil && still(file) {
			return &lock{file}, nil
		}
		file.Close()
		if errors.Is(err, syscall.EWOULDBLOCK) {
			return nil, fmt.Errorf("ledger: another program is writing to %s: wait for it, or "+
				"stop it", path)
		}
		if err != nil {
			return nil, fmt.Errorf("ledger: %s cannot be locked: %w", path, err)
		}
	}
}

// still reports whether the path of a file leads to it: its holder may have removed it just before
// it was locked here.
func still(file *os.File) bool {
	a, errA := file.Stat()
	b, errB := os.Stat(file.Name())
	return errA == nil && errB == nil && os.SameFile(a, b)
}

func (l *lock) release() error {
	if l == nil || l.file == nil {
		return nil
	}
	err := os.Remove(l.file.Name())
	err = errors.Join(err, l.file.Close())
	l.file = nil
	return err
}
