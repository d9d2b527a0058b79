// Package browser opens the live page in a real browser. It is a module of its own, so that the
// library needs no browser's library.
//
//	cd .ci/browser && AXE=path/to/axe.min.js go test
//
// Where no browser is installed the tests are left out, and say so. With CI set they fail instead.
package browser

import (
	"bytes"
	"context"
	"encoding/csv"
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/chromedp"
)

var (
	site   string // the exported folder
	single string // the page of one file
	live   string // the program
)

func TestMain(m *testing.M) {
	folder, err := os.MkdirTemp("", "live-*")
	if err != nil {
		panic(err)
	}
	live, site = filepath.Join(folder, "live"), filepath.Join(folder, "site")
	single = filepath.Join(folder, "live.html")
	if browser() != "" {
		make := exec.Command("go", "build", "-o", live, "./examples/live")
		make.Dir = "../.."
		for _, c := range []*exec.Cmd{make, program("-export", site), program("-single", single)} {
			if out, err := c.CombinedOutput(); err != nil {
				panic(fmt.Sprintf("%v: %v: %s", c.Args, err, out))
			}
		}
	}
	code := m.Run()
	stopBrowser()
	os.RemoveAll(folder)
	os.Exit(code)
}

func program(args ...string) *exec.Cmd {
	c := exec.Command(live, args...)
	c.Dir = "../.."
	return c
}

// browser returns the path of a Chromium, or "".
func browser() string {
	for _, name := range []string{"chromium-headless-shell", "chromium", "google-chrome"} {
		if path, err := exec.LookPath(name); err == nil {
			return path
		}
	}
	return ""
}

// need leaves a test out where something is not installed. In CI it fails.
func need(t *testing.T, what string, there bool) {
	t.Helper()
	switch {
	case there:
	case os.Getenv("CI") != "":
		t.Fatalf("%s is not installed", what)
	default:
		t.Skipf("left out: %s is not installed", what)
	}
}

// page is an open page, and what it has done.
type page struct {
	*testing.T
	ctx      context.Context
	mu       sync.Mutex
	requests []string
	problems []string
}

// start opens a tab of a size.
func start(t *testing.T, width, height int64) *page {
	t.Helper()
	need(t, "a Chromium", browser() != "")
	ctx, stop := context.WithTimeout(running(), 3*time.Minute)
	t.Cleanup(stop)
	ctx, stop = chromedp.NewContext(ctx)
	t.Cleanup(stop)
	p := &page{T: t, ctx: ctx}
	p.watch()
	p.do(chromedp.EmulateViewport(width, height))
	return p
}

// running starts the one browser of all tests, and returns its context.
var running = sync.OnceValue(func() context.Context {
	options := append(chromedp.DefaultExecAllocatorOptions[:], chromedp.ExecPath(browser()),
		chromedp.NoSandbox, chromedp.DisableGPU, chromedp.NoFirstRun,
		chromedp.Flag("disable-quic", true), chromedp.Flag("disable-background-networking", true),
		chromedp.Flag("disable-component-update", true), chromedp.Flag("disable-sync", true),
		chromedp.UserDataDir(filepath.Join(filepath.Dir(live), "profile")))
	ctx, _ := chromedp.NewExecAllocator(context.Background(), options...)
	ctx, stopBrowser = chromedp.NewContext(ctx)
	if err := chromedp.Do(ctx); err != nil {
		panic(err)
	}
	return ctx
})

var stopBrowser context.CancelFunc = func() {}

// watch notes requests and what goes wrong.
func (p *page) watch() {
	messages := chromedp.Console(p.ctx)
	go func() {
		for m, err := range messages {
			if err != nil {
				return
			}
			if m.IsException() || m.Type == "error" {
				p.mu.Lock()
				p.problems = append(p.problems, m.Text)
				p.mu.Unlock()
			}
		}
	}()
	p.do(chromedp.Func(func(ctx context.Context, _ *chromedp.Target) error {
		_, err := chromedp.Call(ctx, network.Enable, network.EnableParams{})
		return err
	}))
	requests := chromedp.Events(p.ctx, network.RequestWillBeSent)
	go func() {
		for e, err := range requests {
			if err != nil {
				return
			}
			p.mu.Lock()
			p.requests = append(p.requests, e.Request.URL)
			p.mu.Unlock()
		}
	}()
}

func (p *page) do(steps ...chromedp.Action[chromedp.Void]) {
	p.Helper()
	if err := chromedp.Do(p.ctx, steps...); err != nil {
		p.Fatal(err)
	}
}

// eval returns the value of an expression, or of what it promises.
func eval[T any](p *page, expression string) T {
	p.Helper()
	v, err := chromedp.Run(p.ctx, chromedp.Evaluate[T](expression, chromedp.EvalAwaitPromise))
	if err != nil {
		p.Fatalf("%s: %v", expression, err)
	}
	return v
}

// wait waits until an expression holds.
func (p *page) wait(expression string) {
	p.Helper()
	_, err := chromedp.Run(p.ctx, chromedp.Poll[bool](expression))
	if err != nil {
		p.Fatalf("%s: %v", expression, err)
	}
}

// open opens a link and waits until the runs are whole.
func (p *page) open(address, link string) {
	p.Helper()
	p.do(chromedp.Navigate(address + "#" + link))
	p.whole()
}

func (p *page) whole() {
	p.Helper()
	p.wait("globalThis.live?.engine?.runs.length > 0 && " +
		"live.engine.runs.every(r => !r.more && r.values.length > 1)")
}

// ends checks that nothing went wrong and that no request left the page's own server.
func (p *page) ends(server string) {
	p.Helper()
	p.mu.Lock()
	defer p.mu.Unlock()
	for _, text := range p.problems {
		p.Errorf("the page reports %q", text)
	}
	for _, address := range p.requests {
		if !strings.HasPrefix(address, server) && !strings.HasPrefix(address, "blob:"+server) &&
			!strings.HasPrefix(address, "data:") && !strings.HasPrefix(address, "blob:null") {
			p.Errorf("a request leaves the page: %s", address)
		}
	}
}

// served serves the exported folder below a path, as any static server does.
func served(t *testing.T) string {
	mux := http.NewServeMux()
	mux.Handle("/some/path/", http.StripPrefix("/some/path/", http.FileServer(http.Dir(site))))
	server := httptest.NewServer(mux)
	t.Cleanup(server.Close)
	return server.URL + "/some/path/"
}

// traced returns what the program says of a link without a page: rows by pane.
func traced(t *testing.T, link string) map[string][][]string {
	t.Helper()
	out, err := program("-trace", "-link", link).Output()
	if err != nil {
		t.Fatal(err)
	}
	rows, err := csv.NewReader(bytes.NewReader(out)).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	by := map[string][][]string{}
	for _, row := range rows[1:] {
		by[row[0]] = append(by[row[0]], row)
	}
	return by
}

// scheme makes the page dark or light.
func (p *page) scheme(name string) {
	_, err := chromedp.Call(p.ctx, emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{
		Features: []*emulation.MediaFeature{{Name: "prefers-color-scheme", Value: name}}})
	if err != nil {
		p.Fatal(err)
	}
}
