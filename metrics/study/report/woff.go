package report

import (
	"bytes"
	"compress/zlib"
	"encoding/binary"
)

// woff packs a TrueType font as WOFF 1.0 (W3C Recommendation, 2012): the same tables, each deflated
// if that makes it shorter. Tables begin at multiples of 4.
func woff(ttf []byte) []byte {
	be := binary.BigEndian
	tables := int(be.Uint16(ttf[4:]))
	const header, entry = 44, 20
	var directory, data bytes.Buffer
	total := 12 + 16*tables
	for i := range tables {
		old := ttf[12+16*i:]
		from, length := int(be.Uint32(old[8:])), int(be.Uint32(old[12:]))
		packed := deflated(ttf[from : from+length])
		directory.Write(old[:4])
		for _, n := range []int{header + entry*tables + data.Len(), len(packed), length} {
			directory.Write(be.AppendUint32(nil, uint32(n)))
		}
		directory.Write(old[4:8]) // the checksum
		data.Write(packed)
		data.Write(make([]byte, -len(packed)&3))
		total += (length + 3) &^ 3
	}
	out := append([]byte("wOFF"), ttf[:4]...)
	out = be.AppendUint32(out, uint32(header+directory.Len()+data.Len()))
	out = be.AppendUint16(out, uint16(tables))
	out = be.AppendUint16(out, 0)
	out = be.AppendUint32(out, uint32(total))
	out = be.AppendUint32(out, 1<<16) // version 1.0 of the font
	out = append(out, make([]byte, header-len(out))...)
	return append(append(out, directory.Bytes()...), data.Bytes()...)
}

// deflated returns the shorter of a table and its deflated form.
func deflated(table []byte) []byte {
	var b bytes.Buffer
	w, _ := zlib.NewWriterLevel(&b, zlib.BestCompression)
	w.Write(table) // a bytes.Buffer returns no error
	w.Close()
	if b.Len() < len(table) {
		return b.Bytes()
	}
	return table
}
