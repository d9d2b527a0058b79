package serve

import (
	"bytes"
	"net"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"orglearn/examples/internal/share"
	"orglearn/examples/live/internal/page"
	"orglearn/examples/live/internal/pane"
)

const host = "127.0.0.1:8181"

var site = page.Site{"index.html": []byte("<p>"), "main.js": []byte("1"),
	"vendor/u.css": []byte("")}

// ask returns the answer to a request with headers, names and values by turns.
func ask(h http.Handler, method, target string, body []byte, headers ...string) *http.Response {
	r := httptest.NewRequest(method, "http://"+host+"/", bytes.NewReader(body))
	path, query, _ := strings.Cut(target, "?")
	r.URL.Path, r.URL.RawQuery, r.Host = path, query, host
	for i := 0; i < len(headers); i += 2 {
		if headers[i] == "Host" {
			r.Host = headers[i+1]
			continue
		}
		r.Header.Set(headers[i], headers[i+1])
	}
	w := httptest.NewRecorder()
	h.ServeHTTP(w, r)
	return w.Result()
}

func TestServes(t *testing.T) {
	h := Handler(site, host)
	for path, want := range map[string]string{"/": "text/html; charset=utf-8",
		"/index.html": "text/html; charset=utf-8", "/main.js": "text/javascript; charset=utf-8",
		"/vendor/u.css": "text/css; charset=utf-8"} {
		a := ask(h, "GET", path, nil)
		if a.StatusCode != http.StatusOK || a.Header.Get("Content-Type") != want {
			t.Errorf("%s: status %d and type %q, want %q", path, a.StatusCode,
				a.Header.Get("Content-Type"), want)
		}
		policy := a.Header.Get("Content-Security-Policy")
		if !strings.Contains(policy, "default-src 'none'") ||
			strings.Contains(policy, "unsafe-inline") {
			t.Errorf("%s: the policy is %q", path, policy)
		}
	}
}

// Only names of this machine are hosts: a name elsewhere that points here is none.
func TestRefusesOtherHosts(t *testing.T) {
	h := Handler(site, Hosts(&net.TCPAddr{IP: net.IPv4(127, 0, 0, 1), Port: 8181})...)
	for name, want := range map[string]int{host: 200, "localhost:8181": 200, "[::1]:8181": 200,
		"evil.example:8181": 403, "127.0.0.1": 403, "127.0.0.1:80": 403, "": 403,
		"localhost:8181.evil.example": 403} {
		if got := ask(h, "GET", "/", nil, "Host", name).StatusCode; got != want {
			t.Errorf("host %q: status %d, want %d", name, got, want)
		}
	}
}

// A browser leaves out port 80 of a class's address.
func TestPort80(t *testing.T) {
	h := Handler(site, Hosts(&net.TCPAddr{IP: net.IPv4(192, 0, 2, 1), Port: 80})...)
	for name, want := range map[string]int{"192.0.2.1": 200, "192.0.2.1:80": 200,
		"192.0.2.1:8181": 403, "localhost": 403, "evil.example": 403} {
		if got := ask(h, "GET", "/", nil, "Host", name).StatusCode; got != want {
			t.Errorf("host %q: status %d, want %d", name, got, want)
		}
	}
}

func TestRefusesOtherSites(t *testing.T) {
	h := Handler(site, host)
	for name, c := range map[string]struct {
		headers []string
		want    int
	}{
		"own":         {[]string{"Sec-Fetch-Site", "same-origin"}, 200},
		"typed":       {[]string{"Sec-Fetch-Site", "none"}, 200},
		"own origin":  {[]string{"Origin", "http://" + host}, 200},
		"script":      {[]string{"Sec-Fetch-Site", "cross-site", "Sec-Fetch-Mode", "no-cors"}, 403},
		"sibling":     {[]string{"Sec-Fetch-Site", "same-site", "Sec-Fetch-Mode", "cors"}, 403},
		"origin":      {[]string{"Origin", "https://evil.example"}, 403},
		"null origin": {[]string{"Origin", "null"}, 403},
		"frame": {[]string{"Sec-Fetch-Site", "cross-site", "Sec-Fetch-Mode", "navigate",
			"Sec-Fetch-Dest", "iframe"}, 403},
		"link": {[]string{"Sec-Fetch-Site", "cross-site", "Sec-Fetch-Mode", "navigate",
			"Sec-Fetch-Dest", "document"}, 200},
	} {
		if got := ask(h, "GET", "/", nil, c.headers...).StatusCode; got != c.want {
			t.Errorf("%s: status %d, want %d", name, got, c.want)
		}
	}
}

func TestRefusesPathTricks(t *testing.T) {
	h := Handler(site, host)
	for _, path := range []string{"/../main.go", "/vendor/../../main.go", "/vendor/../main.js",
		"//main.js", "/./main.js", `/..\main.js`, "/main.js/", "/vendor", "/vendor/", "/share",
		"/main.js\x00", "/etc/passwd", "/index.html/.."} {
		if got := ask(h, "GET", path, nil).StatusCode; got != http.StatusNotFound {
			t.Errorf("%q: status %d, want 404", path, got)
		}
	}
	for _, method := range []string{"POST", "PUT", "DELETE", "OPTIONS"} {
		if got := ask(h, method, "/", nil).StatusCode; got != http.StatusMethodNotAllowed {
			t.Errorf("%s: status %d, want 405", method, got)
		}
	}
}

func TestLoopback(t *testing.T) {
	for address, want := range map[string]bool{"127.0.0.1:1": true, "localhost:0": true,
		"[::1]:80": true, ":8181": false, "0.0.0.0:1": false, "192.0.2.1:1": false,
		"localhost": false, "localhost.evil.example:1": false} {
		if Loopback(address) != want {
			t.Errorf("%q: %v, want %v", address, !want, want)
		}
	}
}

// A class takes what is a share, from who knows the code, and nothing else.
func TestClass(t *testing.T) {
	const link = "a=organization/isolated&conditions/conditions/people=10" +
		"&conditions/conditions/ticks=5"
	text, err := pane.Share(link, 7)
	if err != nil {
		t.Fatal(err)
	}
	other, err := pane.Share(link+"0", 7)
	if err != nil {
		t.Fatal(err)
	}
	s, err := pane.Parse(link)
	if err != nil {
		t.Fatal(err)
	}
	class := &Class{Folder: t.TempDir(), Code: "äpple", Link: s.Study()}
	h := class.Handler(site, host)
	for name, c := range map[string]struct {
		code, student string
		body          []byte
		origin        string
		want          int
	}{
		"the share":     {"%C3%A4pple", "7", text, "", 204},
		"no code":       {"", "7", text, "", 403},
		"another code":  {"pear", "7", text, "", 403},
		"another one's": {"%C3%A4pple", "8", text, "", 400},
		"a path":        {"%C3%A4pple", "../7", text, "", 400},
		"no share":      {"%C3%A4pple", "7", []byte("<script>"), "", 400},
		"much":          {"%C3%A4pple", "7", make([]byte, share.MaxShare+1), "", 413},
		"another study": {"%C3%A4pple", "7", other, "", 400},
		"no letters":    {"%zz", "7", text, "", 403},
		"from a site":   {"%C3%A4pple", "7", text, "https://evil.example", 403},
	} {
		headers := []string{"X-Class-Code", c.code, "X-Student", c.student}
		if c.origin != "" {
			headers = append(headers, "Origin", c.origin)
		}
		if got := ask(h, "POST", "/share", c.body, headers...).StatusCode; got != c.want {
			t.Errorf("%s: status %d, want %d", name, got, c.want)
		}
	}
	files, err := filepath.Glob(filepath.Join(class.Folder, "*"))
	if err != nil || len(files) != 1 {
		t.Fatalf("the folder holds %v", files)
	}
	if got, err := os.ReadFile(files[0]); err != nil || !bytes.Equal(got, text) {
		t.Errorf("%s is not the share (%v)", files[0], err)
	}
}
