// Program does what compiled functions do in their own ways: it calls, recurses, loops, recovers,
// copies, switches, reflects, and lets memory be collected. It says the same before and after it is
// packed.
package main

import (
	"errors"
	"fmt"
	"iter"
	"os"
	"reflect"
	"runtime"
	"slices"
	"strings"
	"sync"
)

func main() {
	fmt.Println(fib(20), deep(20_000, [9]int{1, 2, 3}), large(3))
	for k := range 10 {
		fmt.Println(k, fails(k))
	}
	fmt.Println(nested(), wrapped(), interfaced(), looped(5), panicsAgain())
	fmt.Println(jumps(1000), words("to be or not to be"), sorted(), apply(7))
	fmt.Println(together(8), selected(), exits())
	fmt.Println(reflected(), pulled(), ranged(), runtime.NumGoroutine())
	fmt.Println(collected(200), same(key{1, "a", 2.5}, key{1, "a", 2.5}), 1.5e-7, -1<<40)
	os.Exit(3)
}

func fib(n int) int {
	if n < 2 {
		return n
	}
	return fib(n-1) + fib(n-2)
}

// deep makes the stack grow, with pointers into it.
func deep(n int, a [9]int) int {
	p := &a
	if n == 0 {
		return p[0]
	}
	p[n%9]++
	return deep(n-1, *p)/2 + p[n%9]
}

// large has a frame that is checked in another way.
func large(n int) (sum int) {
	var a [3000]int
	for i := range a {
		a[i] = i * n
	}
	if n > 0 {
		sum = large(n - 1)
	}
	for _, v := range a {
		sum += v
	}
	return sum
}

func fails(k int) (result error) {
	defer func() {
		if r := recover(); r != nil {
			result = fmt.Errorf("recovered: %v", r)
		}
	}()
	var (
		list []int
		none *key
		m    map[string]int
		any  any = k
	)
	switch k {
	case 0:
		return errors.New("no panic")
	case 1:
		list[k]++
	case 2:
		fmt.Println(none.Number)
	case 3:
		fmt.Println(10 / len(list))
	case 4:
		m["a"] = 1
	case 5:
		fmt.Println(any.(string))
	case 6:
		fmt.Println(list[k:])
	case 7:
		panic(fmt.Sprint("own ", k))
	case 8:
		fmt.Println((*[4]int)(make([]int, k-5)))
	case 9:
		fmt.Println(joiners[0].Join(nil, ""))
	}
	return nil
}

type key struct {
	Number int
	Text   string
	Share  float64
}

// recovers is called by another function, so that it recovers nothing.
func recovers() any { return recover() }

func nested() (result string) {
	defer func() { result = fmt.Sprint("outer ", recover()) }()
	defer func() { fmt.Println("nested", recovers()) }()
	panic("nested")
}

// A deferred method is wrapped: of a value by its pointer, and of an interface.
func (k key) recover(to *any) { *to = recover() }

func wrapped() (result any) {
	k := &key{}
	defer k.recover(&result)
	panic("wrapped")
}

func interfaced() (result any) {
	var r interface{ recover(*any) } = &key{}
	defer r.recover(&result)
	panic("interfaced")
}

func looped(n int) (sum int) {
	for i := range n {
		defer func() { sum += i }()
	}
	return 100
}

func panicsAgain() (result any) {
	defer func() { result = recover() }()
	defer func() { panic(fmt.Sprint("again after ", recover())) }()
	panic("first")
}

func jumps(n int) (sum int) {
outer:
	for i := 0; i < n; i++ {
		for j := i; ; j += 7 {
			switch {
			case j%11 == 3:
				continue outer
			case j%13 == 5:
				sum += j
			case j > n && sum%2 == 0:
				break outer
			case j > 2*n:
				continue outer
			}
			switch j & 15 {
			case 0, 1, 2:
				sum++
			case 3:
				sum += 3
			case 7:
				goto next
			case 9, 12:
				sum ^= j
			}
		}
	next:
		sum -= i
	}
	return sum
}

func words(text string) []string {
	count := map[string]int{}
	for w := range strings.FieldsSeq(text) {
		count[w]++
	}
	var all []string
	for w, n := range count {
		all = append(all, fmt.Sprint(w, n))
	}
	slices.Sort(all)
	return all
}

func sorted() []key {
	all := []key{{3, "c", 0}, {1, "b", 1}, {1, "a", 2}}
	slices.SortFunc(all, func(a, b key) int {
		if a.Number != b.Number {
			return a.Number - b.Number
		}
		return strings.Compare(a.Text, b.Text)
	})
	return all
}

func apply(n int) int {
	add := func(by int) func(int) int { return func(v int) int { return v + by } }
	f := add(1)
	for i := range n {
		g, h := f, add(i)
		f = func(v int) int { return h(g(v)) }
	}
	return f(0)
}

func together(n int) int {
	var wait sync.WaitGroup
	var lock sync.Mutex
	in, sum := make(chan int), 0
	for range n {
		wait.Go(func() {
			for v := range in {
				lock.Lock()
				sum += v * deep(10, [9]int{v})
				lock.Unlock()
				runtime.Gosched()
			}
		})
	}
	for v := range 10 * n {
		in <- v
	}
	close(in)
	wait.Wait()
	return sum
}

func selected() (got []int) {
	a, b, done := make(chan int), make(chan int, 1), make(chan bool)
	go func() {
		for range 3 {
			got = append(got, <-a)
		}
		close(done)
	}()
	for sent := 0; ; {
		select {
		case a <- sent:
			sent++
		case b <- 9:
		case <-done:
			return append(got, <-b)
		}
	}
}

func exits() string {
	said := make(chan string, 1)
	go func() {
		defer func() { said <- fmt.Sprint("exits ", recover()) }()
		runtime.Goexit()
	}()
	return <-said
}

type joiner interface {
	Join(n *int, text string) (*int, string)
}

// joiners holds one that has no pair to which its method could be applied.
var joiners = []joiner{(*pair)(nil)}

type pair struct{ text string }

// Join is a method that package reflect calls.
func (p pair) Join(n *int, text string) (*int, string) {
	runtime.GC()
	return n, p.text + text
}

// reflected calls functions that package reflect makes. Only it knows their arguments.
func reflected() (sum int) {
	var swap func(*int, string) (string, *int)
	to := reflect.ValueOf(&swap).Elem()
	to.Set(reflect.MakeFunc(to.Type(), func(in []reflect.Value) []reflect.Value {
		runtime.GC()
		return []reflect.Value{in[1], in[0]}
	}))
	join := reflect.ValueOf(pair{"p"}).Method(0).Interface().(func(*int, string) (*int, string))
	for i := range 20 {
		text, n := swap(&i, strings.Repeat("s", i))
		n, text = join(n, text)
		sum += *n + len(text) + deep(300, [9]int{i})
	}
	return sum
}

func counted(n int) iter.Seq[int] {
	return func(yield func(int) bool) {
		for i := range n {
			if !yield(i) {
				return
			}
		}
	}
}

// pulled has a goroutine that goes on and stops by turns.
func pulled() (all []int) {
	next, stop := iter.Pull(counted(9))
	defer stop()
	for range 5 {
		v, _ := next()
		all = append(all, v+deep(100, [9]int{v}))
	}
	return all
}

// ranged defers in the body of a loop over a function, and stops there.
func ranged() (all []any) {
	for i := range counted(5) {
		defer func() { all = append(all, i, recover()) }()
		if i == 3 {
			panic("ranged")
		}
	}
	return all
}

// collected keeps lists that only frames point to, while others are dropped.
func collected(n int) int {
	if n == 0 {
		return 0
	}
	list := make([]*key, 50)
	for i := range list {
		list[i] = &key{Number: i, Text: strings.Repeat("x", n)}
	}
	if n%40 == 0 {
		runtime.GC()
	}
	sum := collected(n - 1)
	for _, k := range list {
		sum += k.Number + len(k.Text)
	}
	return sum
}

func same(a, b any) bool { return a == b }
