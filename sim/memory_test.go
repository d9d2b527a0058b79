package sim_test

import (
	"testing"

	"orglearn/agents"
	"orglearn/network"
)

// turns is two units that change their voices at every tick: all people but one in one unit, one
// person in the other.
type turns struct{}

func (s turns) Build(n int, src network.Source) (*network.Units, error) {
	return s.at(n, 0)
}

func (turns) at(n, tick int) (*network.Units, error) {
	units := make([]network.Membership, 2)
	for p := range n {
		k := 0
		if p == 0 {
			k = 1
		}
		k = (k + tick) % 2
		units[k].Voices = append(units[k].Voices, network.Voice{Person: int32(p), Weight: 1})
	}
	return network.NewUnits(n, units...)
}

func (s turns) Rewire(u *network.Units, tick int, _ network.Source) {
	now, err := s.at(u.People(), tick)
	if err != nil {
		panic(err)
	}
	u.Set(now)
}

// attendance remembers a word for each voice.
type attendance struct{ t *testing.T }

func (attendance) Memory(int) agents.Memory { return agents.Memory{Tie: 1} }

func (r attendance) Objectify(u *agents.Unit, said *agents.Voices, _ agents.Knowledge) {
	for k := range said.Len() {
		if len(said.Memory(k)) != 1 {
			r.t.Errorf("tick %d: unit %d has %d words for voice %d", u.Tick, u.ID,
				len(said.Memory(k)), k)
		}
		said.Memory(k)[0]++
	}
}

// A unit has room for its own voices. In a structure that changes by itself it has room for as many
// voices as the largest unit had when the structure was built.
func TestMemoryOfUnits(t *testing.T) {
	for _, structure := range []network.Structure{
		turns{}, network.Isolated{Size: 7}, network.Hierarchy{Span: 3}, network.Pairs{},
	} {
		s := with()
		s.People, s.Ticks = 9, 5
		s.Channels[0].Structure, s.Channels[0].Objectify = structure, attendance{t}
		if err := built(t, s, 1, 0).Run(); err != nil {
			t.Error(err)
		}
	}
}

// A model with more beliefs than memory can address is refused if addresses have 32 bits.
func TestMoreThanMemoryHolds(t *testing.T) {
	if ^uint(0)>>32 != 0 {
		t.Skip("addresses have 64 bits")
	}
	s := with()
	s.Name, s.People, s.Dimensions = "sound", 1<<20, 1<<20
	refused(t, s,
		"People times Dimensions is 17179869184 words of 64, want at most 134217727 "+
			"(kernel.MaxWords)")
}

// What is told of all units at once is what is told of each.
func TestOfAllUnits(t *testing.T) {
	checked := 0
	for shape := range uint64(60) {
		m := built(t, drawn(shape), shape, 0)
		for !m.Done() {
			step(t, m)
		}
		for i, c := range m.Scenario().Channels {
			x, err := m.Remembered(c.Name)
			if err != nil {
				t.Fatal(err)
			}
			norms, width := m.NormBodies(i), agents.Width(m.Dimensions())
			masks := m.Subjects(i)
			words, each := x.Agendas()
			for u := range m.Units(i).Len() {
				if m.Norms(i) > 0 && &m.Norm(i, u)[0] != &norms[u*width] {
					t.Fatalf("%v: the norm of unit %d of %s is elsewhere", m, u, c.Name)
				}
				if about := m.About(i, u); about != nil && &about[0] != &masks[u*width] {
					t.Fatalf("%v: what unit %d of %s is about is elsewhere", m, u, c.Name)
				}
				if own := x.Agenda(u); len(own) > 0 && &own[0] != &words[u*each] {
					t.Fatalf("%v: what unit %d of %s remembers is elsewhere", m, u, c.Name)
				}
				checked++
			}
		}
	}
	if checked < 500 {
		t.Errorf("%d units, too few to test", checked)
	}
}

// What the Participant remembers of a seat is the same by its number as by its person.
func TestSeatsOfVoices(t *testing.T) {
	seats, none := 0, 0
	for shape := range uint64(100) {
		m := built(t, drawn(shape), shape, 0)
		for !m.Done() {
			step(t, m)
			for i, c := range m.Scenario().Channels {
				x, err := m.Remembered(c.Name)
				if err != nil {
					t.Fatal(err)
				}
				words, each := x.Parts()
				numbers := x.Seats()
				for u := range m.Units(i).Len() {
					for k, p := range m.Units(i).Voices(u) {
						_, want := x.Part(int(p), u)
						var got []uint64
						if seat := int(numbers[k]); seat >= 0 {
							got = words[seat*each : (seat+1)*each]
						}
						switch {
						case len(got) != len(want) || len(got) > 0 && &got[0] != &want[0]:
							t.Fatalf("%v: of voice %d in unit %d of %s %x is remembered, want %x",
								m, k, u, c.Name, got, want)
						case len(got) > 0:
							seats++
						default:
							none++
						}
					}
					numbers = numbers[len(m.Units(i).Voices(u)):]
				}
			}
		}
	}
	if seats < 1000 || none < 1000 {
		t.Errorf("%d seats with memory and %d without, too few to test", seats, none)
	}
}
