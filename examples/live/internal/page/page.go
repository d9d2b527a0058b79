// Package page makes the live page: the static files that are embedded here, the catalog of the
// library, and the library compiled to WebAssembly. A site is a folder of files, or one file that
// opens from disk. Nothing is fetched from elsewhere.
//
//	static/*.js, index.html, style.css   the page; plain modules, no build step
//	static/words.en.json                 every word that a reader sees
//	static/lessons.en.json               the lessons
//	static/vendor                        uPlot
//	catalog.json                         what sliders there are (pane.List)
//	live.wasm.gz, wasm_exec.js           the library, and what Go needs to run it
//	saved.html                           the page of a saved run, without the library
package page

import (
	"bytes"
	"compress/gzip"
	"embed"
	"encoding/json"
	"io/fs"
	"strings"

	"orglearn/examples/live/internal/pane"
	"orglearn/sim"
)

//go:embed static
var static embed.FS

// Site holds the files of the page by their path.
type Site map[string][]byte

// New returns the site around the library as WebAssembly and Go's wasm_exec.js of the same version.
func New(wasm, exec []byte) (Site, error) {
	s := Site{"wasm_exec.js": exec}
	files, err := fs.Sub(static, "static")
	if err != nil {
		return nil, err
	}
	err = fs.WalkDir(files, ".", func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		s[path], err = fs.ReadFile(files, path)
		return err
	})
	if err != nil {
		return nil, err
	}
	if s["catalog.json"], err = json.Marshal(pane.List(sim.Version)); err != nil {
		return nil, err
	}
	if s["live.wasm.gz"], err = zipped(wasm); err != nil {
		return nil, err
	}
	s["index.html"] = []byte(strings.Replace(string(s["index.html"]), policyMark,
		policyTag(Policy), 1))
	s["saved.html"] = s.saved()
	return s, nil
}

// zipped returns the same bytes for the same file: the header holds no time and no name.
func zipped(file []byte) ([]byte, error) {
	var b bytes.Buffer
	w, err := gzip.NewWriterLevel(&b, gzip.BestCompression)
	if err != nil {
		return nil, err
	}
	if _, err := w.Write(file); err != nil {
		return nil, err
	}
	err = w.Close()
	return b.Bytes(), err
}
