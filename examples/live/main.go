// Live opens a page on which two to four organizations learn side by side, with the same people,
// the same reality, the same chance and linked sliders. The page runs the library itself, compiled
// to WebAssembly.
//
//	go run ./examples/live                    open the page on this machine
//	go run ./examples/live -export DIR        write it as a folder of static files
//	go run ./examples/live -single FILE       write it as one file that opens from disk
//	go run ./examples/live -trace -link L     print what the page of a link shows, without a page
//	go run ./examples/live -share N -link L   run the share of student N of a class
//	go run ./examples/live -class ADDRESS     take the shares of a class on this address
//	go run ./examples/live -merge DIR         make one study of the shares in a folder
package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"net"
	"net/http"
	"os"
	"time"

	"orglearn/examples/internal/share"
	"orglearn/examples/live/internal/page"
	"orglearn/examples/live/internal/serve"
	"orglearn/examples/program"
)

func main() { program.Main("live", run) }

// options are the flags.
type options struct {
	address, export, single, class, code, merge, link, out string
	share                                                  int
	trace                                                  bool
}

func parse(args []string) (o options, err error) {
	flags := flag.NewFlagSet("live", flag.ContinueOnError)
	flags.StringVar(&o.address, "address", "127.0.0.1:8181", "where the page is; this machine only")
	flags.StringVar(&o.export, "export", "", "write the page as static files into this folder")
	flags.StringVar(&o.single, "single", "", "write the page as this one file")
	flags.StringVar(&o.class, "class", "", "take shares on this address, also from other machines")
	flags.StringVar(&o.code, "code", "", "what students of -class must know, 4 letters or more")
	flags.StringVar(&o.merge, "merge", "", "merge the shares in this folder")
	flags.IntVar(&o.share, "share", 0, "run the share of the student of this number, 1 to 1000")
	flags.StringVar(&o.link, "link", "", "for -share, -trace and -class: the page's link after #")
	flags.BoolVar(&o.trace, "trace", false, "print each tick's hash and metrics, without a page")
	flags.StringVar(&o.out, "out", "out/live", "folder for shares and for what is merged")
	if err := program.Parse(flags, args); err != nil {
		return o, err
	}
	modes := 0
	for _, on := range []bool{o.export != "", o.single != "", o.class != "", o.merge != "",
		o.share != 0, o.trace} {
		if on {
			modes++
		}
	}
	switch {
	case modes > 1:
		return o, program.Misuse("want one of -export, -single, -class, -merge, -share and -trace")
	case !serve.Loopback(o.address):
		return o, program.Misuse("-address is %q, want a port of this machine, as 127.0.0.1:8181",
			o.address)
	case o.class != "" && !serve.Named(o.class):
		return o, program.Misuse("-class is %q, want the address that students type, as "+
			"192.0.2.1:8181", o.class)
	case o.class != "" && len(o.code) < 4:
		return o, program.Misuse("-code has %d letters, want 4 or more", len(o.code))
	case o.share < 0 || o.share > share.MaxStudents:
		return o, program.Misuse("-share is %d, want 1 to %d", o.share, share.MaxStudents)
	case (o.share != 0 || o.trace) && o.link == "":
		return o, program.Misuse("-share and -trace need -link")
	}
	return o, nil
}

func run(ctx context.Context, args []string) error {
	o, err := parse(args)
	if err != nil {
		return err
	}
	switch {
	case o.merge != "":
		return o.mergeShares(os.Stdout)
	case o.share != 0:
		return o.runShare(os.Stdout)
	case o.trace:
		return o.printTrace(os.Stdout)
	}
	fmt.Fprintln(os.Stderr, "compiling the library to WebAssembly")
	site, err := page.Build(ctx)
	if err != nil {
		return err
	}
	switch {
	case o.export != "":
		return site.Export(o.export)
	case o.single != "":
		return site.ExportSingle(o.single)
	case o.class != "":
		return o.teach(ctx, site)
	}
	return listen(ctx, o.address, func(at net.Addr) http.Handler {
		fmt.Printf("The page is at http://%s/ until you press Ctrl-C.\n", at)
		return serve.Handler(site, serve.Hosts(at)...)
	})
}

// listen serves until the context ends.
func listen(ctx context.Context, address string, handler func(net.Addr) http.Handler) error {
	l, err := net.Listen("tcp", address)
	if err != nil {
		return err
	}
	server := &http.Server{Handler: handler(l.Addr()), ReadTimeout: time.Minute,
		ReadHeaderTimeout: 10 * time.Second, MaxHeaderBytes: 1 << 16}
	context.AfterFunc(ctx, func() { server.Close() })
	if err := server.Serve(l); !errors.Is(err, http.ErrServerClosed) {
		return err
	}
	return nil
}
