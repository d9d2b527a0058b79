package main

import (
	"errors"
	"fmt"
	"os"
	"regexp"
	"strings"

	"orglearn/examples/program"
	"orglearn/metrics/study"
	"orglearn/metrics/study/ledger"
	"orglearn/metrics/study/shard"
)

// nextLook makes a study with until that of its next look, as lab run would go on with the store.
// after is the number of replicates that the store has by then.
func nextLook(s *study.Study, store string) (after int, err error) {
	s.Replicates = s.Until.Next(0)
	if _, err := os.Stat(store); errors.Is(err, os.ErrNotExist) {
		return 0, nil
	}
	l, err := ledger.Open(store)
	if err != nil {
		return 0, err
	}
	defer l.Close()
	s.Replicates = max(s.Replicates, l.Plan().Replicates)
	missing, err := missingOf(*s, l)
	if err != nil {
		return 0, err
	}
	if len(missing) == 0 {
		says, ends, err := answer(*s, l)
		switch {
		case err != nil:
			return 0, err
		case ends:
			return 0, fmt.Errorf("there is nothing left to plan: %s", says)
		}
		s.Replicates = s.Until.Next(s.Replicates)
		if missing, err = missingOf(*s, l); err != nil {
			return 0, err
		}
	}
	return missing[0].First, nil
}

// missingOf returns the tasks of a study that its store lacks.
func missingOf(s study.Study, l *ledger.Ledger) ([]study.Task, error) {
	p, err := s.Plan()
	if err != nil {
		return nil, program.MisusedBecause(err)
	}
	if err := l.Of(p); err != nil {
		return nil, err
	}
	return l.Missing(p.Tasks())
}

// answer says how well a study with until knows its difference, and whether it ends with that.
func answer(s study.Study, l *ledger.Ledger) (says string, ends bool, err error) {
	p, err := s.Plan()
	if err != nil {
		return "", false, err
	}
	d, err := study.Gather(p, l.Results())
	if err != nil {
		return "", false, err
	}
	widest, enough, err := s.Until.Widest(d)
	says = fmt.Sprintf("With %d replicates the widest interval is ± %s, want ± %s.", s.Replicates,
		program.Decimal(widest), program.Decimal(s.Until.HalfWidth))
	return says, enough || s.Replicates >= s.Until.Most, err
}

// sayNext says whether a store into which a plan was merged answers a study with until, or else how
// to plan the next look. A store with runs left is at a look still.
func sayNext(f shard.Folder, s study.Study, l *ledger.Ledger) error {
	s.Replicates = l.Plan().Replicates
	status, err := l.Status()
	if err != nil {
		return err
	}
	next := s.Replicates
	if status.Left() == 0 {
		says, ends, err := answer(s, l)
		if err != nil {
			return err
		}
		fmt.Println(says)
		if ends {
			return nil
		}
		next = s.Until.Next(next)
	}
	fmt.Printf("Next:\n  lab plan %s -shards %d -out %s -store %s\n", word(f.From), f.Shards,
		word(nextFolder(f.Path, next)), word(l.Path()))
	return nil
}

var look = regexp.MustCompile(`-\d+$`)

// nextFolder names the folder of a look: DIR-128 after DIR or DIR-64.
func nextFolder(path string, replicates int) string {
	return fmt.Sprintf("%s-%d", look.ReplaceAllString(path, ""), replicates)
}

// word returns an argument as a shell reads it.
func word(s string) string {
	if s != "" && !strings.ContainsAny(s, " \t\n'\"\\$`&|;<>()*?[]#~!{}") {
		return s
	}
	return "'" + strings.ReplaceAll(s, "'", `'\''`) + "'"
}
