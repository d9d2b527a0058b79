package shard

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"

	"orglearn/agents"
	"orglearn/metrics/study"
	"orglearn/sim"
)

// MaxShards is the largest number of shards of a plan.
const MaxShards = 100_000

// Folder is a plan in a folder.
type Folder struct {
	Path string `json:"-"`
	Contents
}

// Contents is what the file plan.json holds. It never changes.
type Contents struct {
	Shards int
	Hash   string            // of the plan
	From   string            // the path of the study file
	Flags  map[string]string // what flags put in place of the study's text
	// After is the number of replicates of each cell that no shard runs, because the store has
	// them: that of an earlier plan of a study with study.Until. It is 0 or a multiple of
	// study.Block.
	After int `json:",omitempty"`
	// Files are the names of copies in the folder, of files that the study's text names.
	Files map[string]string `json:",omitempty"`
	// Versions of the library and its streams that made the plan. No other runs it.
	Version, StreamVersion string
	Plan                   study.Plan // without scenarios and metrics
}

// sealed is the file: the contents, and the SHA-256 of their JSON text.
type sealed struct {
	SHA256   string
	Contents json.RawMessage
}

// Write writes a plan into a folder, which it makes. If the folder has the same plan, it changes
// nothing. Another plan is an error. Hash, Files and versions of the contents are filled in. files
// are the paths of files that the study's text names, by these names. They are copied, so that
// every machine finds them.
func Write(path string, c Contents, files map[string]string) (Folder, error) {
	c.Hash, c.Files, c.Version, c.StreamVersion = c.Plan.Hash(), nil, sim.Version,
		agents.StreamVersion
	f := Folder{path, c}
	if err := f.validate(); err != nil {
		return Folder{}, err
	}
	if err := os.MkdirAll(path, 0o777); err != nil {
		return Folder{}, fmt.Errorf("shard: the folder of the plan: %w", err)
	}
	if err := f.copy(files); err != nil {
		return Folder{}, err
	}
	text, err := f.text()
	if err != nil {
		return Folder{}, err
	}
	switch there, err := os.ReadFile(f.file()); {
	case errors.Is(err, fs.ErrNotExist):
		return f, place(f.file(), text)
	case err != nil:
		return Folder{}, fmt.Errorf("shard: %w", err)
	case !bytes.Equal(there, text):
		return Folder{}, fmt.Errorf("shard: %s is there already and is another plan: a plan never "+
			"changes, so write to another folder", f.file())
	}
	return f, nil
}

// copy copies files into the folder. The hash of the plan tells whether a copy was changed.
func (f *Folder) copy(files map[string]string) error {
	for i, name := range slices.Sorted(maps.Keys(files)) {
		text, err := os.ReadFile(files[name])
		if err != nil {
			return fmt.Errorf("shard: %w", err)
		}
		if f.Files == nil {
			f.Files = map[string]string{}
		}
		f.Files[name] = fmt.Sprintf("file-%d-%.12s%s", i+1, digest(text), filepath.Ext(name))
		if err := place(filepath.Join(f.Path, f.Files[name]), text); err != nil {
			return err
		}
	}
	return nil
}

// Copies returns the paths of the copies, by the names in the study's text.
func (f Folder) Copies() map[string]string {
	copies := map[string]string{}
	for name, copied := range f.Files {
		copies[name] = filepath.Join(f.Path, filepath.Base(copied))
	}
	return copies
}

// Read reads the plan of a folder.
func Read(path string) (Folder, error) {
	f := Folder{Path: path}
	text, err := os.ReadFile(f.file())
	if err != nil {
		return f, fmt.Errorf("shard: no plan: %w", err)
	}
	var s sealed
	if err := json.Unmarshal(text, &s); err != nil {
		return f, fmt.Errorf("shard: %s: %w", f.file(), err)
	}
	var compact bytes.Buffer
	if err := json.Compact(&compact, s.Contents); err != nil {
		return f, fmt.Errorf("shard: %s: %w", f.file(), err)
	}
	if hash := digest(compact.Bytes()); hash != s.SHA256 {
		return f, fmt.Errorf("shard: %s has changed: its SHA-256 is %.12s, want %.12s", f.file(),
			hash, s.SHA256)
	}
	if err := json.Unmarshal(s.Contents, &f.Contents); err != nil {
		return f, fmt.Errorf("shard: %s: %w", f.file(), err)
	}
	return f, f.validate()
}

func (f Folder) validate() error {
	switch {
	case f.Version != sim.Version || f.StreamVersion != agents.StreamVersion:
		return fmt.Errorf("shard: %s was made by version %s with streams %s, this is %s with %s",
			f.file(), f.Version, f.StreamVersion, sim.Version, agents.StreamVersion)
	case f.Hash != f.Plan.Hash():
		return fmt.Errorf("shard: %s is of the plan %.12s but says %.12s", f.file(), f.Plan.Hash(),
			f.Hash)
	case f.Shards < 1 || f.Shards > MaxShards:
		return fmt.Errorf("shard: %s has %d shards, want 1 to %d", f.file(), f.Shards, MaxShards)
	case f.After < 0 || f.After >= f.Plan.Replicates || f.After%study.Block != 0:
		return fmt.Errorf("shard: %s begins after %d replicates, want a multiple of %d below %d",
			f.file(), f.After, study.Block, f.Plan.Replicates)
	}
	return nil
}

// text returns the text of plan.json.
func (f Folder) text() ([]byte, error) {
	contents, err := json.Marshal(f.Contents)
	if err != nil {
		return nil, fmt.Errorf("shard: %w", err)
	}
	text, err := json.MarshalIndent(sealed{digest(contents), contents}, "", " ")
	return append(text, '\n'), err
}

func (f Folder) file() string { return filepath.Join(f.Path, "plan.json") }

// digest returns the SHA-256 in hexadecimal.
func digest(b []byte) string {
	sum := sha256.Sum256(b)
	return hex.EncodeToString(sum[:])
}

// place writes a file aside and renames it.
func place(path string, text []byte) error {
	aside, err := os.CreateTemp(filepath.Dir(path), "."+filepath.Base(path)+"-*")
	if err != nil {
		return fmt.Errorf("shard: %w", err)
	}
	_, err = aside.Write(text)
	err = errors.Join(err, aside.Chmod(0o644), aside.Sync(), aside.Close())
	if err == nil {
		err = os.Rename(aside.Name(), path)
	}
	if err != nil {
		return errors.Join(fmt.Errorf("shard: %w", err), os.Remove(aside.Name()))
	}
	return nil
}

// Tasks returns the tasks of a shard, from 1 to Shards: every Shards-th task of the plan that does
// not come before After. There may be none.
func (f Folder) Tasks(shard int) (tasks []study.Task) {
	all := f.Plan.Tasks()[f.After/study.Block*len(f.Plan.Cells):]
	for i := shard - 1; i < len(all); i += f.Shards {
		tasks = append(tasks, all[i])
	}
	return tasks
}

// shard returns the path of a shard's file.
func (f Folder) shard(i int) string {
	return filepath.Join(f.Path, fmt.Sprintf("shard-%d-of-%d.sqlite", i, f.Shards))
}
