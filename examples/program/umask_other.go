//go:build !unix

package program

import "os"

func umask() os.FileMode { return 0o022 }
