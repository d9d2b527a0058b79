package program

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"path/filepath"
)

// Folder is a folder that files are written to, each aside and then renamed: whoever reads it finds a file whole or not at all.
type Folder struct {
	path   string
	hashes map[string]string
}

// NewFolder makes the folder if it is not there, and finds out at once whether it can be written to.
func NewFolder(path string) (*Folder, error) {
	if err := os.MkdirAll(path, 0o777); err != nil {
		return nil, fmt.Errorf("the output folder: %w", err)
	}
	probe, err := os.CreateTemp(path, ".probe-*")
	if err != nil {
		return nil, fmt.Errorf("the output folder cannot be written to: %w", err)
	}
	probe.Close()
	return &Folder{path: path, hashes: map[string]string{}}, os.Remove(probe.Name())
}

// Path is the path of a file in the folder.
func (f *Folder) Path(name string) string { return filepath.Join(f.path, name) }

// Write writes one file and remembers its hash.
func (f *Folder) Write(name string, write func(io.Writer) error) error {
	file, err := os.CreateTemp(f.path, "."+name+"-*")
	if err != nil {
		return err
	}
	defer os.Remove(file.Name()) // without effect once it is renamed
	sum := sha256.New()
	err = write(io.MultiWriter(file, sum))
	if failed := file.Close(); err == nil {
		err = failed
	}
	if err != nil {
		return fmt.Errorf("%s: %w", f.Path(name), err)
	}
	if err := os.Chmod(file.Name(), 0o666&^umask()); err != nil {
		return err
	}
	if err := os.Rename(file.Name(), f.Path(name)); err != nil {
		return err
	}
	f.hashes[name] = hex.EncodeToString(sum.Sum(nil))
	return nil
}

// Manifest says how a run can be repeated exactly.
type Manifest struct {
	Program       string            `json:"program"`
	Version       string            `json:"version"`
	StreamVersion string            `json:"stream_version"`
	Seed          uint64            `json:"seed"`
	Parameters    map[string]any    `json:"parameters"`
	Notes         []string          `json:"notes,omitempty"`
	Files         map[string]string `json:"files"` // SHA-256 of each file beside the manifest
}

// WriteManifest writes manifest.json, with the hashes of the files written before.
func (f *Folder) WriteManifest(m Manifest) error {
	m.Files = f.hashes
	text, err := json.MarshalIndent(m, "", "  ")
	if err != nil {
		return err
	}
	return f.Write("manifest.json", func(w io.Writer) error {
		_, err := w.Write(append(text, '\n'))
		return err
	})
}
