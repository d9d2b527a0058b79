package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"os"
	"strings"

	"orglearn/examples/internal/share"
	"orglearn/examples/live/internal/page"
	"orglearn/examples/live/internal/pane"
	"orglearn/examples/live/internal/serve"
	"orglearn/examples/program"
)

// teach takes the shares of a class until the context ends, of one study if there is a link.
func (o options) teach(ctx context.Context, site page.Site) error {
	if err := os.MkdirAll(o.out, 0o777); err != nil {
		return err
	}
	class := &serve.Class{Folder: o.out, Code: o.code, Tell: func(student int) {
		fmt.Printf("student %d\n", student)
	}}
	open := "class=1"
	if o.link != "" {
		s, err := pane.Parse(o.link)
		if err != nil {
			return program.MisusedBecause(err)
		}
		if _, err := s.Experiment(); err != nil {
			return program.MisusedBecause(err)
		}
		class.Link = s.Study()
		open = strings.NewReplacer("%2F", "/", "%3A", ":").Replace(class.Link) + "&" + open
	}
	return listen(ctx, o.class, func(at net.Addr) http.Handler {
		fmt.Printf("Students open http://%s/#%s and give the code. Shares go to %s.\n", at, open,
			o.out)
		return class.Handler(site, serve.Hosts(at)...)
	})
}

// runShare runs and writes the share of one student.
func (o options) runShare(out io.Writer) error {
	text, err := pane.Share(o.link, o.share)
	if err != nil {
		return program.MisusedBecause(err)
	}
	folder, err := program.NewFolder(o.out)
	if err != nil {
		return err
	}
	name := fmt.Sprintf("share-%04d.txt", o.share)
	err = folder.Write(name, func(w io.Writer) error {
		_, err := w.Write(text)
		return err
	})
	if err != nil {
		return err
	}
	fmt.Fprintf(out, "Written to %s.\n", folder.Path(name))
	return folder.Place()
}

// mergeShares makes one table of all shares in a folder.
func (o options) mergeShares(out io.Writer) error {
	paths, err := share.Paths(o.merge)
	if err != nil || len(paths) == 0 {
		return errors.Join(program.Misuse("-merge: no share-*.txt in %s", o.merge), err)
	}
	class, err := share.Open(pane.CheckLink, paths...)
	if err != nil {
		return err
	}
	folder, err := program.NewFolder(o.out)
	if err != nil {
		return err
	}
	if err := folder.Write("class.csv", class.Table.WriteCSV); err != nil {
		return err
	}
	fmt.Fprintf(out, "%d shares of #%s\nWritten to %s.\n", class.Shares, class.Link,
		folder.Path("class.csv"))
	return folder.Place()
}
