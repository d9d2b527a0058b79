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

// Folder is a folder that files are written to, all of them aside, and renamed once the manifest is
// there too: whoever reads it finds the files of one run, whole, or those of the run before.
type Folder struct {
	path   string
	hashes map[string]string
	aside  []aside
}

// aside is a file that is not yet where it belongs.
type aside struct{ temporary, name string }

// NewFolder makes the folder if it is not there, and finds out at once whether it can be written
// to.
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

// Write writes one file aside and remembers its hash.
func (f *Folder) Write(name string, write func(io.Writer) error) error {
	file, err := os.CreateTemp(f.path, "."+name+"-*")
	if err != nil {
		return err
	}
	f.aside = append(f.aside, aside{file.Name(), name})
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

// Discard forgets the files written aside. It is without effect on those in their place.
func (f *Folder) Discard() {
	for _, a := range f.aside {
		os.Remove(a.temporary)
	}
	f.aside = nil
}

// Place puts every file where it belongs, the manifest last.
func (f *Folder) Place() error {
	defer f.Discard()
	for _, a := range f.aside {
		if info, err := os.Stat(f.Path(a.name)); err == nil && info.IsDir() {
			return fmt.Errorf("%s is a folder, want a file", f.Path(a.name))
		}
	}
	for _, a := range f.aside {
		if err := os.Chmod(a.temporary, 0o666&^umask()); err != nil {
			return err
		}
		if err := os.Rename(a.temporary, f.Path(a.name)); err != nil {
			return err
		}
	}
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
	Inputs        map[string]string `json:"inputs,omitempty"` // SHA-256 of each file read
	// versions of Go and of the libraries that draw
	Built map[string]string `json:"built"`
	// SHA-256 of each file beside the manifest
	Files map[string]string `json:"files"`
}

// Hash is the SHA-256 of a file.
func Hash(path string) (string, error) {
	text, err := os.ReadFile(path)
	if err != nil {
		return "", err
	}
	sum := sha256.Sum256(text)
	return hex.EncodeToString(sum[:]), nil
}

// built are the versions of what the program is made of, as far as they matter to its files.
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

// WriteManifest writes manifest.json, with the hashes of the files written before, and puts all of
// them in their place.
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
