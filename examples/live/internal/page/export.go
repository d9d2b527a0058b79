package page

import (
	"os"
	"path/filepath"
)

// Export writes the site as a folder of static files, for any server, below any path. A folder that
// holds files of the same names gets new ones.
func (s Site) Export(folder string) error {
	for path, text := range s {
		if err := write(filepath.Join(folder, filepath.FromSlash(path)), text); err != nil {
			return err
		}
	}
	return nil
}

// ExportSingle writes the page as one file.
func (s Site) ExportSingle(path string) error { return write(path, s.Single()) }

// write writes a file aside and renames it, so that no half file is ever there.
func write(path string, text []byte) error {
	folder := filepath.Dir(path)
	if err := os.MkdirAll(folder, 0o777); err != nil {
		return err
	}
	file, err := os.CreateTemp(folder, ".live-*")
	if err != nil {
		return err
	}
	defer os.Remove(file.Name())
	_, err = file.Write(text)
	if failed := file.Close(); err == nil {
		err = failed
	}
	if err != nil {
		return err
	}
	if err := os.Chmod(file.Name(), 0o644); err != nil {
		return err
	}
	return os.Rename(file.Name(), path)
}
