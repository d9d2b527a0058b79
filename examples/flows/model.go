package main

import (
	"fmt"
	"strconv"

	"orglearn/agents"
	"orglearn/agents/practice"
	"orglearn/network"
	"orglearn/sim"
	"orglearn/sim/flows"
)

// work is the name of the only channel.
const work = "work"

// flow is an organization whose units go through the stages of what there is to learn.
type flow struct {
	size, loops               int
	shuffle                   string // none, phase, or a number of ticks
	leaders                   string // none, stay, move, rotate or elect
	led                       int    // sixteenths
	pace                      string // clock or free
	mastery, share            int    // sixteenths
	stages                    int
	people, dimensions, block int
	ticks                     int
	superior, absorb          float64
}

// scenario returns the organization.
func (f flow) scenario() sim.Scenario {
	return sim.Scenario{
		Name: f.String(), People: f.people, Dimensions: f.dimensions, Ticks: f.ticks,
		Reality: sim.Blocks{Size: f.block},
		Channels: []sim.Channel{{
			Name: work, Structure: f.structure(), Agenda: f.agenda(),
			Externalize: agents.Say{Rate: 1}, Objectify: agents.Superior{Rate: f.superior},
			Internalize: agents.Absorb{Rate: f.absorb}, Ask: f.asker(),
		}},
		Events: f.events(),
	}
}

// structure is units of the size. Where people do not divide into such units, some are one larger.
func (f flow) structure() network.Structure {
	units := network.Isolated{Size: f.size}
	if f.leaders == "none" {
		return units
	}
	return network.Led{Of: units}
}

// asker lets people heed their leader, if there are leaders.
func (f flow) asker() agents.Asker {
	if f.leaders == "none" || f.led == 0 {
		return nil
	}
	return practice.Led{Share: f.led}
}

// masters reports whether units move when they have mastered a stage.
func (f flow) masters() bool { return f.mastery > 0 && f.share > 0 }

// agenda is the stages: by the clock where nothing has to be mastered.
func (f flow) agenda() agents.Agenda {
	stages := practice.Stages{Stages: f.stages, Loops: f.loops, Ticks: f.ticks, Block: f.block}
	if f.masters() {
		stages.Ticks = 0
	}
	return stages
}

// limit is the number of ticks after which a phase ends also for units that have not mastered it.
func (f flow) limit() int { return max(f.ticks/(f.stages*f.loops), 1) }

// events are what moves units on, people between units, and the lead within them, in this order.
func (f flow) events() (all []sim.Event) {
	if f.masters() {
		all = append(all, flows.Progress{
			Channel: work, Mastery: f.mastery, Share: f.share, Limit: f.limit(),
			Bound: f.pace == "clock",
		})
	}
	every, among := 1, sim.Chooser(flows.PhaseEnd{})
	if ticks, err := strconv.Atoi(f.shuffle); err == nil {
		every, among = ticks, nil
	}
	if f.shuffle != "none" {
		all = append(all, sim.Reshuffle{
			Channel: work, Every: every, Among: among, Leaders: placings[f.leaders],
		})
	}
	switch f.leaders {
	case "rotate":
		all = append(all, sim.RotateLeaders{Channel: work, Every: every, Among: among})
	case "elect":
		all = append(all, sim.ElectLeaders{Channel: work, Every: every, Among: among})
	}
	return all
}

// placings say what a shuffle does with leaders. Where the lead passes anyway, they are dealt as
// everybody is.
var placings = map[string]sim.Placing{"stay": sim.LeadersStay, "move": sim.LeadersMove}

// String names the organization by its parameters.
func (f flow) String() string {
	return fmt.Sprintf("flows size=%d loops=%d shuffle=%s leaders=%s led=%d pace=%s mastery=%d "+
		"share=%d stages=%d people=%d dimensions=%d block=%d ticks=%d superior=%v absorb=%v",
		f.size, f.loops, f.shuffle, f.leaders, f.led, f.pace, f.mastery, f.share, f.stages,
		f.people, f.dimensions, f.block, f.ticks, f.superior, f.absorb)
}
