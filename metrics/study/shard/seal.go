package shard

import (
	"bytes"
	"crypto/sha256"
	"errors"
	"fmt"
	"io"
	"os"
)

// mark begins the seal of a file. The SHA-256 of all before the mark follows it.
const mark = "orglseal"

const sealSize = len(mark) + sha256.Size

// seal appends the seal to a file that is whole, and waits until it is on the disk.
func seal(path string) error {
	file, err := os.OpenFile(path, os.O_RDWR, 0)
	if err != nil {
		return fmt.Errorf("shard: %w", err)
	}
	sum := sha256.New()
	_, err = io.Copy(sum, file)
	if err == nil {
		_, err = file.Write(sum.Sum([]byte(mark)))
	}
	if err = errors.Join(err, file.Sync(), file.Close()); err != nil {
		return fmt.Errorf("shard: %w", err)
	}
	return nil
}

// BrokenError says that a file is not what was written.
type BrokenError struct{ Path, Why string }

// Error implements error.
func (e *BrokenError) Error() string {
	return fmt.Sprintf("shard: %s %s: remove it and run that shard again", e.Path, e.Why)
}

// checkSeal returns an error where a file is not as it was when it was sealed.
func checkSeal(path string) error {
	file, err := os.Open(path)
	if err != nil {
		return fmt.Errorf("shard: %w", err)
	}
	defer file.Close()
	info, err := file.Stat()
	if err != nil {
		return fmt.Errorf("shard: %w", err)
	}
	body := info.Size() - int64(sealSize)
	if body < 0 {
		return &BrokenError{path, "is too short"}
	}
	sum := sha256.New()
	if _, err := io.CopyN(sum, file, body); err != nil {
		return fmt.Errorf("shard: %w", err)
	}
	end, err := io.ReadAll(file)
	if err != nil {
		return fmt.Errorf("shard: %w", err)
	}
	if !bytes.Equal(end, sum.Sum([]byte(mark))) {
		return &BrokenError{path, "has changed since it was written: its bytes are not those of " +
			"its seal"}
	}
	return nil
}
