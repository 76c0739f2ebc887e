package dev.sayso.decision.editor;

import java.time.Clock;
import java.util.List;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

import dev.sayso.audit.FieldChange;
import dev.sayso.decision.Decision;
import dev.sayso.decision.LiveCatalogue;
import dev.sayso.decision.LiveDecision;

/**
 * Puts around each page of a decision what all of them have.
 */
@Component
public class DecisionPage {

	private final DecisionManagement management;

	private final DecisionMessages messages;

	private final LiveCatalogue live;

	private final ScheduleViews schedules;

	private final Clock clock;

	DecisionPage(DecisionManagement management, DecisionMessages messages, LiveCatalogue live, ScheduleViews schedules,
			Clock clock) {
		this.live = live;
		this.schedules = schedules;
		this.clock = clock;
		this.management = management;
		this.messages = messages;
	}

	/**
	 * What somebody else saved meanwhile.
	 *
	 * @param rows where what was typed differs from it: theirs before, yours after
	 */
	record Stale(Decision theirs, List<FieldChange> rows) {
	}

	public ModelAndView page(String view, Decision decision) {
		return new ModelAndView(view, HttpStatus.OK).addObject("head", head(decision));
	}

	/**
	 * A page that says what somebody else saved meanwhile.
	 * @param yours the same decision as it would be by what was typed
	 */
	public ModelAndView stale(ModelAndView page, Decision theirs, Decision yours) {
		page.setStatus(HttpStatus.CONFLICT);
		return page.addObject("stale",
				new Stale(theirs, this.messages.differences(DecisionParts.of(theirs), DecisionParts.of(yours))));
	}

	private DecisionHeadView head(Decision decision) {
		return new DecisionHeadView(decision, this.management.differs(decision),
				(decision.live() != null) ? decision.live() : 0, broken(decision),
				this.schedules.find(decision).orElse(null));
	}

	private List<LiveDecision.BrokenPart> broken(Decision decision) {
		LiveDecision held = (decision.status() == Decision.Status.LIVE) ? this.live.now().decision(decision.slug())
				: null;
		return (held != null) ? held.broken(this.clock.instant()) : List.of();
	}

}
