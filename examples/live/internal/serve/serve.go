// Package serve serves the live page on this machine.
//
// A page from elsewhere must not reach it: requests with another Host are refused (DNS rebinding),
// and so are requests that another site makes. Only the files of the site have paths.
package serve

import (
	"fmt"
	"mime"
	"net"
	"net/http"
	"path"
	"slices"
	"strings"

	"orglearn/examples/live/internal/page"
)

// Handler serves a site. Hosts are the values of the header Host that are taken: names with a port.
func Handler(site page.Site, hosts ...string) http.Handler {
	return guarded(files(site), hosts)
}

// Hosts returns the values of the header Host for an address. On loopback all its names are taken.
// Browsers leave out port 80.
func Hosts(address net.Addr) []string {
	host, port, err := net.SplitHostPort(address.String())
	if err != nil {
		return nil
	}
	hosts := []string{net.JoinHostPort(host, port)}
	if ip := net.ParseIP(host); ip != nil && ip.IsLoopback() {
		hosts = []string{"localhost:" + port, "127.0.0.1:" + port, "[::1]:" + port}
	}
	if port == "80" {
		for _, host := range slices.Clone(hosts) {
			hosts = append(hosts, strings.TrimSuffix(host, ":80"))
		}
	}
	return hosts
}

// Loopback reports whether an address, host and port, is on this machine only.
func Loopback(address string) bool {
	host, _, err := net.SplitHostPort(address)
	if err != nil {
		return false
	}
	ip := net.ParseIP(host)
	return host == "localhost" || ip != nil && ip.IsLoopback()
}

// Named reports whether an address, host and port, is one that a browser can ask for. The address
// of all networks of a machine is none: every Host would have to be taken.
func Named(address string) bool {
	host, _, err := net.SplitHostPort(address)
	ip := net.ParseIP(host)
	return err == nil && ip != nil && !ip.IsUnspecified()
}

// guarded refuses what does not come from the page itself or from the user's own click.
func guarded(next http.Handler, hosts []string) http.Handler {
	known := map[string]bool{}
	for _, host := range hosts {
		known[host] = true
	}
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		h := w.Header()
		h.Set("Content-Security-Policy", page.Policy+"; frame-ancestors 'none'")
		h.Set("X-Content-Type-Options", "nosniff")
		h.Set("Referrer-Policy", "no-referrer")
		h.Set("Cross-Origin-Resource-Policy", "same-origin")
		switch {
		case !known[r.Host]:
			http.Error(w, "another host", http.StatusForbidden)
		case foreign(r):
			http.Error(w, "another site", http.StatusForbidden)
		default:
			next.ServeHTTP(w, r)
		}
	})
}

// foreign reports whether another site makes the request. Going to the page by a link is no such
// request.
func foreign(r *http.Request) bool {
	if origin := r.Header.Get("Origin"); origin != "" && origin != "http://"+r.Host {
		return true
	}
	site := r.Header.Get("Sec-Fetch-Site")
	from := site != "" && site != "same-origin" && site != "none"
	visit := r.Method == http.MethodGet && r.Header.Get("Sec-Fetch-Mode") == "navigate" &&
		r.Header.Get("Sec-Fetch-Dest") == "document"
	return from && !visit
}

// files serves the files of a site by their exact paths.
func files(site page.Site) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		name := strings.TrimPrefix(r.URL.Path, "/")
		if name == "" {
			name = "index.html"
		}
		text, ok := site[name]
		switch {
		case !ok || r.URL.RawPath != "":
			http.NotFound(w, r)
		case r.Method != http.MethodGet && r.Method != http.MethodHead:
			w.Header().Set("Allow", "GET, HEAD")
			http.Error(w, "want GET", http.StatusMethodNotAllowed)
		default:
			w.Header().Set("Content-Type", typeOf(name))
			w.Header().Set("Content-Length", fmt.Sprint(len(text)))
			w.Header().Set("Cache-Control", "no-cache")
			if r.Method == http.MethodGet {
				w.Write(text)
			}
		}
	})
}

// typeOf returns the content type of a file. The machine's own table has no say.
func typeOf(name string) string {
	switch ext := path.Ext(name); ext {
	case ".js":
		return "text/javascript; charset=utf-8"
	case ".gz":
		return "application/gzip"
	case ".html", ".css", ".json":
		return mime.TypeByExtension(ext)
	}
	return "text/plain; charset=utf-8"
}
