package sim_test

// activate runs one activation of an asynchronous tick: the person drawn learns from his circles as
// they are now.
func (e *enumeration) activate(m moment, put func(moment, float64)) {
	for p := range e.People {
		then := put
		if e.Experience != nil {
			then = func(n moment, q float64) {
				e.try(n, p, func(n moment, r float64) { put(n, q*r) })
			}
		}
		for _, o := range e.orders(p) {
			e.converse(m, p, o.what, o.chance/float64(e.People), then)
		}
	}
}

// converse lets a person learn from his circles, one after the other. Claims are heard in that
// circle only.
func (e *enumeration) converse(m moment, p int, from []place, chance float64,
	put func(moment, float64)) {
	if len(from) == 0 {
		put(m, chance)
		return
	}
	c := from[0].channel
	e.say(m, c, p, 0, chance, func(m moment, q float64) {
		e.decide(&m, m.beliefs, c, p, body{}, func(v verdict, r float64) {
			n := m
			n.claims = [exactChannels][exactPeople]body{}
			n.streaks[c][p] = v.streaks
			e.take(n, p, c, v.norm, q*r, func(n moment, s float64) {
				e.converse(n, p, from[1:], s, put)
			})
		})
	})
}

// say lets people say what they know now, from person q on: those whom p may hear, and p himself.
func (e *enumeration) say(m moment, c, p, q int, chance float64, put func(moment, float64)) {
	if q == e.People {
		put(m, chance)
		return
	}
	listens := q == p && e.Channels[c].ByClaims
	for _, v := range e.voices(&m, c, p) {
		listens = listens || int(v.Person) == q
	}
	if !listens {
		e.say(m, c, p, q+1, chance, put)
		return
	}
	for _, o := range claimed(e.Channels[c].Externalize, m.beliefs[q], e.Dimensions) {
		m.claims[c][q] = o.what
		e.say(m, c, p, q+1, chance*o.chance, put)
	}
}
