package serve

import (
	"bytes"
	"crypto/subtle"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"os"
	"path/filepath"
	"strconv"
	"sync"

	"orglearn/examples/internal/share"
	"orglearn/examples/live/internal/page"
	"orglearn/examples/live/internal/pane"
)

// Class takes the shares of students and keeps them in a folder. It serves the site as well.
type Class struct {
	Folder string
	Code   string // that a student must know
	Link   string // of the study, as pane.Setting.Study writes it; "": of any
	// Tell is called for each share that is kept, with the student's number (nil: not called).
	Tell func(student int)

	mu sync.Mutex
}

// Handler serves the site and takes shares at /share.
func (c *Class) Handler(site page.Site, hosts ...string) http.Handler {
	mux := http.NewServeMux()
	mux.Handle("/", files(site))
	mux.HandleFunc("POST /share", c.share)
	return guarded(mux, hosts)
}

// share takes one share. What is not a share is refused. A student who sends again replaces his.
func (c *Class) share(w http.ResponseWriter, r *http.Request) {
	code, err := url.PathUnescape(r.Header.Get("X-Class-Code")) // a header takes no other letters
	if err != nil || subtle.ConstantTimeCompare([]byte(code), []byte(c.Code)) != 1 {
		http.Error(w, "another code", http.StatusForbidden)
		return
	}
	text, err := io.ReadAll(http.MaxBytesReader(w, r.Body, share.MaxShare))
	if err != nil {
		http.Error(w, "the share is too large", http.StatusRequestEntityTooLarge)
		return
	}
	student, err := c.check(r.Header.Get("X-Student"), text)
	if err != nil {
		http.Error(w, err.Error(), http.StatusBadRequest)
		return
	}
	if err := c.keep(student, text); err != nil {
		http.Error(w, "the share could not be kept", http.StatusInternalServerError)
		return
	}
	w.WriteHeader(http.StatusNoContent)
}

// check returns the number of a student, and an error unless the share is that student's, and of
// the study of the class.
func (c *Class) check(number string, text []byte) (int, error) {
	student, err := strconv.Atoi(number)
	if err != nil || student < 1 || student > share.MaxStudents {
		return 0, fmt.Errorf("the student's number is %q, want 1 to %d", number, share.MaxStudents)
	}
	s, err := share.Read(bytes.NewReader(text), pane.CheckLink)
	switch {
	case err != nil:
	case s.Student != student:
		err = fmt.Errorf("the share is that of student %d, want %d", s.Student, student)
	case c.Link != "" && s.Link != c.Link:
		err = errors.New("the settings are not those of the class: open its link again")
	}
	return student, err
}

// keep writes a share under a name that has only the student's number in it.
func (c *Class) keep(student int, text []byte) error {
	c.mu.Lock()
	defer c.mu.Unlock()
	path := filepath.Join(c.Folder, fmt.Sprintf("share-%04d.txt", student))
	if err := os.WriteFile(path+".new", text, 0o644); err != nil {
		return err
	}
	if err := os.Rename(path+".new", path); err != nil {
		return err
	}
	if c.Tell != nil {
		c.Tell(student)
	}
	return nil
}
