package main

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"math"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"

	"orglearn/examples/program"
	"orglearn/metrics/study/report"
)

// writeReport writes the report of a study beside it, as HTML and perhaps as PDF.
func writeReport(ctx context.Context, args []string) error {
	flags := flagsOf("report")
	store := storeFlag(flags)
	out := flags.String("out", "", "the HTML `file` (default: the study's name with .html)")
	pdf := flags.String("pdf", "", "also write this PDF `file`, by a headless Chromium")
	files, err := parse(flags, args, 0, 1)
	if err != nil {
		return err
	}
	file := studyFile(files)
	s, err := readStored(file, *store)
	if err != nil {
		return err
	}
	var b bytes.Buffer
	err = report.Write(&b, report.Input{Study: s.Study, Data: s.data, Before: s.before,
		File: filepath.Base(file)})
	if err != nil {
		return err
	}
	path := *out
	if path == "" {
		path = strings.TrimSuffix(file, filepath.Ext(file)) + ".html"
	}
	if err := writeBytes(path, b.Bytes()); err != nil {
		return err
	}
	fmt.Println(path)
	if *pdf == "" {
		return nil
	}
	return printPDF(ctx, path, *pdf)
}

// writeBytes writes a file aside and renames it.
func writeBytes(path string, text []byte) error {
	return program.WriteFile(path, func(w io.Writer) error {
		_, err := w.Write(text)
		return err
	})
}

// browsers are the names of Chromium.
var browsers = []string{"chromium-headless-shell", "chromium", "chromium-browser", "google-chrome"}

// printPDF prints a page as PDF. It overwrites what differs from one print to the next, so that
// the same page gives the same bytes.
func printPDF(ctx context.Context, page, pdf string) error {
	for _, name := range browsers {
		browser, err := exec.LookPath(name)
		if err != nil {
			continue
		}
		return printBy(ctx, browser, page, pdf)
	}
	return program.Misuse("-pdf needs a Chromium, one of %s", strings.Join(browsers, ", "))
}

func printBy(ctx context.Context, browser, page, pdf string) error {
	folder, err := os.MkdirTemp("", "lab-")
	if err != nil {
		return err
	}
	defer os.RemoveAll(folder)
	full, err := filepath.Abs(page)
	if err != nil {
		return err
	}
	made := filepath.Join(folder, "report.pdf")
	said, err := exec.CommandContext(ctx, browser, "--headless", "--no-sandbox", "--disable-gpu",
		"--no-pdf-header-footer", "--user-data-dir="+folder, "--print-to-pdf="+made,
		"file://"+full).CombinedOutput()
	if err != nil {
		return fmt.Errorf("%s: %w: %s", browser, err, said)
	}
	text, err := os.ReadFile(made)
	if err != nil {
		return err
	}
	if err := writeBytes(pdf, plainPDF(text)); err != nil {
		return err
	}
	fmt.Println(pdf)
	return nil
}

// dates matches the dates in a PDF, as D:20260131120000+00'00', and nodes the names of its tags.
var (
	dates = regexp.MustCompile(`D:\d{14}`)
	nodes = regexp.MustCompile(`\(node\d{8}\)`)
)

// plainPDF returns a PDF of the same length whose dates have no meaning and whose tags count from
// 1. Chromium counts its tags from wherever it was when the page came in, which differs from one
// start to the next.
func plainPDF(pdf []byte) []byte {
	first := math.MaxInt
	for _, name := range nodes.FindAll(pdf, -1) {
		first = min(first, node(name))
	}
	pdf = dates.ReplaceAll(pdf, []byte("D:20000101000000"))
	return nodes.ReplaceAllFunc(pdf, func(name []byte) []byte {
		return fmt.Appendf(nil, "(node%08d)", node(name)-first+1)
	})
}

// node returns the number in the name of a tag, as (node00000012). It has digits alone.
func node(name []byte) int {
	n, _ := strconv.Atoi(string(name[len("(node") : len(name)-1]))
	return n
}
