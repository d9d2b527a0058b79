package practice_test

import (
	"testing"

	"orglearn/agents"
	"orglearn/agents/kernel"
	"orglearn/agents/practice"
)

// crowd draws 5 units of 12 people, some of them leaders. Each has a directory, mostly with a task,
// and is about some dimensions.
func crowd(r *agents.Stream) (q kernel.Questions, ranks []uint8) {
	q.Starts, q.Dimensions, q.Stream = []uint32{0}, 64, new(kernel.Stream)
	q.Leaders = make([]int32, 5)
	q.Memory.EachUnit = practice.Transactive{Of: agents.Superior{}}.Memory(64).Unit
	for range 5 {
		one, other := r.Uint64(), r.Uint64()
		q.About = append(q.About, one|other)
		d, memory := directed(r, 64)
		if r.IntN(4) > 0 {
			one, other := r.IntN(64), r.IntN(64)
			d.Task()[0] = 1<<one | 1<<other
		}
		q.Memory.Units = append(q.Memory.Units, memory...)
		for p := range int32(12) {
			if r.IntN(3) == 0 {
				q.Heard, ranks = append(q.Heard, p), append(ranks, uint8(r.IntN(4)/3))
			}
		}
		q.Starts = append(q.Starts, uint32(len(q.Heard)))
	}
	kernel.LeadersOf(q.Starts, q.Heard, ranks, q.Leaders)
	return q, ranks
}

// In a block each rule names the voice whom it names one by one, or says that it must be asked so.
func TestAskBlocks(t *testing.T) {
	type rule interface {
		agents.Asker
		kernel.BlockAsker
	}
	r := agents.NewStream(5)
	for _, rule := range []rule{
		practice.Led{}, practice.Led{Share: 5}, practice.Led{Share: 16}, practice.Respondent{},
		practice.Respondent{By: practice.ByDirectory},
	} {
		named, alone := 0, 0
		for tick := range 400 {
			q, ranks := crowd(r)
			q.From, q.Tick = 3, tick
			key := kernel.NewKey(9, 1, "ask", "")
			if q.Key = key; r.IntN(4) == 0 {
				q.About = nil
			}
			n := 9
			q.Words, q.Unknown, q.Whom = make([]uint64, n), make([]int32, n), make([]int32, n)
			for range n {
				q.Units = append(q.Units, int32(r.IntN(6))-1)
			}
			for k := range q.Unknown {
				q.Unknown[k] = int32(r.IntN(2))
			}
			key.Openings(tick, q.From, q.Words)
			if !rule.AskBlock(&q) {
				t.Fatalf("%T does not ask in blocks", rule)
			}
			for k, unit := range q.Units {
				want := int32(kernel.Nobody)
				if unit >= 0 {
					want = askAlone(rule, &q, ranks, k, key, tick)
				}
				switch got := q.Whom[k]; {
				case got == kernel.OneByOne:
					alone++
				case got != want:
					t.Fatalf("%+v: person %d asks %d in a block, and %d alone", rule, q.From+k,
						got, want)
				case got >= 0:
					named++
				}
			}
		}
		if (named == 0) != (rule == practice.Led{}) || alone > 2000 {
			t.Errorf("%+v named %d and %d were asked alone", rule, named, alone)
		}
	}
	if (practice.Respondent{By: practice.ByStanding}).AskBlock(nil) {
		t.Error("standing is not known in a block")
	}
}

// askAlone returns the voice whom a person asks, or Nobody.
func askAlone(rule agents.Asker, q *kernel.Questions, all []uint8, k int, key kernel.Key, tick int,
) int32 {
	unit := q.Units[k]
	ids := q.Heard[q.Starts[unit]:q.Starts[unit+1]]
	ranks := all[q.Starts[unit]:q.Starts[unit+1]]
	p := &agents.Person{ID: q.From + k, Unknown: int(q.Unknown[k])}
	p.Stream = (*agents.Stream)(kernel.NewStream(key, tick, p.ID))
	for i, id := range ids {
		if int(id) == p.ID {
			p.Rank = ranks[i]
		}
	}
	var v kernel.Voices
	v.Set(kernel.NewLayer[[]kernel.Word](12, 64), ids, ranks, nil, make([]int32, 12), false)
	u := &agents.Unit{Dimensions: q.Dimensions, Memory: q.Memory.Unit(int(unit))}
	if q.About != nil {
		u.About = q.About[unit : unit+1]
	}
	at := rule.Ask(p, u, (*agents.Voices)(&v))
	if at < 0 {
		return kernel.Nobody
	}
	return ids[at]
}

// What is drawn in a block is what each person draws.
func TestDoBlocks(t *testing.T) {
	key, words, do := kernel.NewKey(3, 1, "activity", ""), make([]uint64, 999), make([]uint8, 999)
	for _, r := range []practice.Shares{{Ask: 3, Create: 4, Idle: 2}, {Ask: 16}, {Idle: 1}, {}} {
		key.Openings(77, 5, words)
		r.DoBlock(words, do)
		for k, a := range do {
			p := &agents.Person{Stream: (*agents.Stream)(kernel.NewStream(key, 77, 5+k))}
			if want := r.Do(p); agents.Activity(a) != want {
				t.Fatalf("%+v: person %d does %d in a block, and %d alone", r, 5+k, a, want)
			}
		}
	}
}
