package program

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"runtime/debug"
	"strings"
)

// Folder is an output folder. Files are first written under temporary names. All are renamed
// together once the manifest is written. So a reader finds the complete files of one run: this one
// or the one before.
type Folder struct {
	path   string
	hashes map[string]string
	files  []temporaryFile
}

// temporaryFile is a file under its temporary path, and the name that it will have.
type temporaryFile struct{ path, name string }

// NewFolder makes the folder if it does not exist. It returns an error if the folder cannot be
// written to.
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

// Path returns the path of a file in the folder.
func (f *Folder) Path(name string) string { return filepath.Join(f.path, name) }

// Write writes one file under a temporary name and remembers its hash.
func (f *Folder) Write(name string, write func(io.Writer) error) error {
	file, err := os.CreateTemp(f.path, "."+name+"-*")
	if err != nil {
		return err
	}
	f.files = append(f.files, temporaryFile{file.Name(), name})
	sum := sha256.New()
	err = write(io.MultiWriter(file, sum))
	if failed := file.Close(); err == nil {
		err = failed
	}
	if err != nil {
		f.Discard()
		return fmt.Errorf("%s: %w", f.Path(name), err)
	}
	f.hashes[name] = hex.EncodeToString(sum.Sum(nil))
	return nil
}

// Discard removes the files that still have temporary names. It does not touch files that were
// renamed.
func (f *Folder) Discard() {
	for _, file := range f.files {
		os.Remove(file.path)
	}
	f.files = nil
}

// Place renames every file to its final name, in the order of writing: the manifest is the last.
func (f *Folder) Place() error {
	defer f.Discard()
	for _, file := range f.files {
		if info, err := os.Stat(f.Path(file.name)); err == nil && info.IsDir() {
			return fmt.Errorf("%s is a folder, want a file", f.Path(file.name))
		}
	}
	for _, file := range f.files {
		if err := os.Chmod(file.path, 0o666&^umask()); err != nil {
			return err
		}
		if err := os.Rename(file.path, f.Path(file.name)); err != nil {
			return err
		}
	}
	return nil
}

// WriteFile writes one file under a temporary name in its folder, and renames it when it is whole.
func WriteFile(path string, write func(io.Writer) error) error {
	f := &Folder{path: filepath.Dir(path), hashes: map[string]string{}}
	if err := f.Write(filepath.Base(path), write); err != nil {
		return err
	}
	return f.Place()
}

// Manifest says how a run can be repeated exactly.
type Manifest struct {
	Program       string            `json:"program"`
	Version       string            `json:"version"`
	StreamVersion string            `json:"stream_version"`
	Seed          uint64            `json:"seed"`
	Parameters    map[string]any    `json:"parameters"`
	Notes         []string          `json:"notes,omitempty"`
	Inputs        map[string]string `json:"inputs,omitempty"` // SHA-256 of each file read
	// versions of Go and of the libraries that draw
	Built map[string]string `json:"built"`
	// SHA-256 of each file beside the manifest
	Files map[string]string `json:"files"`
}

// Hash returns the SHA-256 of a file, in hexadecimal.
func Hash(path string) (string, error) {
	text, err := os.ReadFile(path)
	if err != nil {
		return "", err
	}
	sum := sha256.Sum256(text)
	return hex.EncodeToString(sum[:]), nil
}

// built returns the versions of Go and of the libraries that draw: they may change the files.
func built() map[string]string {
	versions := map[string]string{"go": runtime.Version()}
	if info, ok := debug.ReadBuildInfo(); ok {
		for _, d := range info.Deps {
			if strings.HasPrefix(d.Path, "gonum.org/v1/") {
				versions[d.Path] = d.Version
			}
		}
	}
	return versions
}

// WriteManifest writes manifest.json with the hashes of the files written before, and then renames
// all files to their final names.
func (f *Folder) WriteManifest(m Manifest) error {
	m.Files, m.Built = f.hashes, built()
	text, err := json.MarshalIndent(m, "", "  ")
	if err != nil {
		return err
	}
	err = f.Write("manifest.json", func(w io.Writer) error {
		_, err := w.Write(append(text, '\n'))
		return err
	})
	if err != nil {
		return err
	}
	return f.Place()
}
