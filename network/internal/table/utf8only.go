//go:build utf8only

package table

import "errors"

// A program that reads no files of people can leave out the tables of other encodings, some
// 100 kB, with -tags utf8only. It refuses text that is not UTF-8.

var errEncoding = errors.New("only UTF-8 is read")

func fromUTF16([]byte, byteOrder) ([]byte, error) { return nil, errEncoding }

func fromWindows1252([]byte) ([]byte, error) { return nil, errEncoding }
