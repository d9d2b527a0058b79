package agentstest_test

import (
	"testing"

	"orglearn/agents"
	"orglearn/agents/agentstest"
	"orglearn/agents/kernel"
)

type block = kernel.Block

// The suite finds each rule that does not do to a block what it does one by one.
func TestBrokenBlocks(t *testing.T) {
	const differs = "works on blocks, but it does not do what it does one by one: "
	for _, c := range []struct {
		name, want string
		rule       any
	}{
		{"speaks of more", differs + "word 0 of the claim", speaking{how: func(b *block) bool {
			b.Claims.CopyRows(b.Beliefs, b.From, b.To)
			kernel.Dress[knowledge](b.Claims).Row(b.From).Set(0, 1)
			kernel.Dress[knowledge](b.Claims).Row(b.To-1).Set(0, -1)
			return true
		}}},
		{"speaks for others", differs + "word 0 of the claim", speaking{how: func(b *block) bool {
			b.Claims.CopyRows(b.Beliefs, 0, b.Beliefs.Len())
			return true
		}}},
		{"says no after yes", "it reports false after a change: word 0 of the claim",
			speaking{how: func(b *block) bool {
				b.Claims.CopyRows(b.Beliefs, b.From, b.To)
				return false
			}}},
		{"panics", "works on blocks, but panics: too many", speaking{how: func(b *block) bool {
			if b.To-b.From > 9 {
				panic("too many")
			}
			return false
		}}},
		{"learns from his neighbour", differs + "word ", learning{how: func(b *block) bool {
			for p := b.From; p < b.To; p++ {
				copy(b.Beliefs.Row(p), b.Norms.Row(b.Norms.Len()-1))
			}
			return true
		}}},
		{"counts nothing", differs + "Changed of person", learning{how: func(b *block) bool {
			was := append([]int32(nil), b.Changed...)
			for p := b.From; p < b.To; p++ {
				learnOne(b, p)
			}
			copy(b.Changed, was)
			return true
		}}},
		{"counts no sum", differs + "Taken is", learning{how: func(b *block) bool {
			was := b.Taken
			for p := b.From; p < b.To; p++ {
				learnOne(b, p)
			}
			b.Taken = was
			return true
		}}},
		{"learns from nobody", differs + "word 0 of the belief", learning{how: func(b *block) bool {
			for p := b.From; p < b.To; p++ {
				learnOne(b, p)
				if kernel.NormOf[knowledge](b, p) == nil {
					clear(b.Beliefs.Row(p))
				}
			}
			return true
		}}},
		{"spoils a norm", differs + "word 0 of the norm", learning{how: func(b *block) bool {
			for p := b.From; p < b.To; p++ {
				learnOne(b, p)
			}
			for p := b.From; p < b.To; p++ {
				clear(kernel.NormOf[knowledge](b, p))
			}
			return true
		}}},
		{"chance by place", differs, deciding{id: func(b *block, u int) int { return u - b.From }}},
		{"forgets its agenda", differs + "word 0 of the norm",
			deciding{forget: func(b *block) { b.About = nil }}},
		{"forgets what counts against one", differs,
			deciding{forget: func(b *block) { b.Wrong = nil }}},
		{"hears the next unit's voices", differs,
			deciding{forget: func(b *block) { b.Counts = nil }}},
		{"sees everything", differs, deciding{forget: func(b *block) { b.Judged = false }}},
		{"keeps the norm of a circle", differs,
			deciding{forget: func(b *block) { b.Circles = false }}},
		{"counts too much", differs + "Objectified is", deciding{more: 1}},
		{"forgets a standing", "changes Block.Standing, which it may only read",
			deciding{spoil: true}},
	} {
		t.Run(c.name, func(t *testing.T) { foundOut(t, c.rule, c.want) })
	}
}

// Correct rules pass. So do rules that do not work on blocks. So do rules that remember, or that
// inherit the method for blocks: the engine never calls it.
func TestSoundBlocks(t *testing.T) {
	for _, rule := range []any{
		deciding{}, embedding{}, remembering{}, learning{how: func(*block) bool { return false }},
		learning{how: func(b *block) bool {
			for p := b.From; p < b.To; p++ {
				learnOne(b, p)
			}
			return true
		}},
	} {
		r := new(recorder)
		run(r, agentstest.Suite{}, rule)
		if len(r.errors) != 0 {
			t.Errorf("%T: %q", rule, r.errors)
		}
	}
}

// speaking says everything one by one, and something else in blocks.
type speaking struct{ how func(b *block) bool }

func (speaking) Externalize(_ *person, belief, claim knowledge) { copy(claim, belief) }

func (r speaking) ExternalizeBlock(b *block) bool { return r.how(b) }

// learning takes everything over one by one, and something else in blocks.
type learning struct{ how func(b *block) bool }

func (learning) Internalize(_ *person, norm, belief knowledge) { copy(belief, norm) }

func (r learning) InternalizeBlock(b *block) bool { return r.how(b) }

// learnOne lets a person take everything over.
func learnOne(b *block, p int) {
	norm, belief := kernel.NormOf[knowledge](b, p), kernel.Dress[knowledge](b.Beliefs).Row(p)
	if norm == nil {
		return
	}
	n := belief.Distance(norm)
	copy(belief, norm)
	b.Changed[p] += int32(n)
	b.Taken += int64(n)
}

// deciding is Superior one by one, and something else in blocks.
type deciding struct {
	id     func(b *block, unit int) int
	forget func(b *block)
	more   int64
	spoil  bool
}

func (deciding) Objectify(u *unit, said *agents.Voices, norm knowledge) {
	above := said.Above(u)
	for i, old := range norm {
		vote := said.Votes(above, i)
		norm[i] = old.Take(vote, u.Coins(.5, vote.Known()))
	}
}

func (r deciding) ObjectifyBlock(b *block) bool {
	if b.Judged && b.Seen == nil {
		return false
	}
	was := *b
	if r.forget != nil {
		r.forget(b)
	}
	for u := b.From; u < b.To; u++ {
		r.decide(b, u)
	}
	b.About, b.Wrong, b.Counts = was.About, was.Wrong, was.Counts
	b.Judged, b.Circles = was.Judged, was.Circles
	b.Objectified += r.more
	if r.spoil {
		b.Standing[0]++
	}
	return true
}

// decide lets one unit decide, with the data of a block.
func (r deciding) decide(b *block, u int) {
	norm := kernel.NormOf[knowledge](b, u)
	if b.Circles {
		clear(norm)
	}
	ids, standing := b.HeardIn(u), b.Standing
	if b.Judged {
		standing = nil
		for _, v := range ids {
			standing = append(standing, seenBy(b, u, int(v)))
		}
	}
	own := b.Standing[min(u, len(b.Standing)-1)]
	if b.Own != nil {
		own = b.Own[u-b.From]
	}
	id := u
	if r.id != nil {
		id = r.id(b, u)
	}
	one := &unit{ID: u, Standing: own, Dimensions: b.Dimensions, Stream: chanceOf(b, id)}
	voices, before := new(kernel.Voices), append(knowledge(nil), norm...)
	voices.Set(b.Claims, ids, nil, nil, standing, b.Judged)
	r.Objectify(one, (*agents.Voices)(voices), norm)
	for i := range norm {
		if b.About != nil {
			norm[i] = before[i].Take(norm[i], b.About[u*len(norm)+i])
		}
	}
	b.Objectified += int64(norm.Distance(before))
}

// seenBy returns a voice's standing by the marks that a unit sees.
func seenBy(b *block, unit, voice int) (n int32) {
	width := agents.Width(b.Dimensions)
	for d := range b.Dimensions {
		i, bit := d/64, uint64(1)<<(d%64)
		if b.Seen[(unit-b.From)*width+i]&bit == 0 {
			continue
		}
		if b.Right[voice*width+i]&bit != 0 {
			n++
		}
		if b.Wrong != nil && b.Wrong[voice*width+i]&bit != 0 {
			n--
		}
	}
	return n
}

// embedding says nothing, unlike the rule that it embeds.
type embedding struct{ agents.Say }

func (embedding) Externalize(*person, knowledge, knowledge) {}

// remembering says nothing if it has spoken before.
type remembering struct{}

func (remembering) Memory(int) agents.Memory { return agents.Memory{Person: 1} }

func (r remembering) Externalize(p *person, belief, claim knowledge) {
	if p.Memory[0]++; p.Memory[0] == 1 {
		copy(claim, belief)
	}
}

func (remembering) ExternalizeBlock(*block) bool { return true }

// chanceOf returns the stream of one person or unit of a block.
func chanceOf(b *block, id int) *agents.Stream { return (*agents.Stream)(b.Chance(id)) }
