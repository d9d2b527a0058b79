package tidy

import (
	"go/ast"
	"go/doc"
	"go/doc/comment"
	"path/filepath"
	"regexp"
	"testing"
)

// link is what looks like a link to something exported: [Name] or [Type.Field].
var link = regexp.MustCompile(`\[[A-Z]\w+(\.[A-Z]\w*)?\]`)

// What a package comment links to is there. Code in it is not looked at.
func TestLinksOfPackageComments(t *testing.T) {
	packages := map[string][]*ast.File{}
	for _, f := range files(t) {
		if folder := filepath.Dir(f.path); !f.isTest() {
			packages[folder] = append(packages[folder], f.parsed)
		}
	}
	for folder, files := range packages {
		p, err := doc.NewFromFiles(places, files, "orglearn/"+folder)
		if err != nil {
			t.Fatal(err)
		}
		for _, block := range p.Parser().Parse(p.Doc).Content {
			for _, words := range plain(block) {
				for _, broken := range link.FindAllString(words, -1) {
					t.Errorf("package %s: its comment links to %s, which is not there", folder,
						broken)
				}
			}
		}
	}
}

// plain returns the text of a part of a comment, without its links and its code.
func plain(part comment.Block) (words []string) {
	switch part := part.(type) {
	case *comment.Paragraph:
		for _, text := range part.Text {
			if text, is := text.(comment.Plain); is {
				words = append(words, string(text))
			}
		}
	case *comment.List:
		for _, item := range part.Items {
			for _, block := range item.Content {
				words = append(words, plain(block)...)
			}
		}
	}
	return words
}
