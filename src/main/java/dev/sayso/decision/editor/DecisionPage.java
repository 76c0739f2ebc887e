package dev.sayso.decision.editor;

import java.time.Clock;
import java.util.Arrays;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

import dev.sayso.audit.FieldChange;
import dev.sayso.decision.Decision;
import dev.sayso.decision.DecisionContent;
import dev.sayso.decision.LiveCatalogue;
import dev.sayso.decision.LiveDecision;
import dev.sayso.decision.review.DecisionFinding.Step;

/**
 * Puts around each step of the editor what all of them have.
 */
@Component
public class DecisionPage {

	private final DecisionManagement management;

	private final DecisionMessages messages;

	private final ObjectProvider<EditorPane> pane;

	private final LiveCatalogue live;

	private final Clock clock;

	DecisionPage(DecisionManagement management, DecisionMessages messages, ObjectProvider<EditorPane> pane,
			LiveCatalogue live, Clock clock) {
		this.live = live;
		this.clock = clock;
		this.management = management;
		this.messages = messages;
		this.pane = pane;
	}

	/**
	 * What somebody else saved meanwhile.
	 *
	 * @param rows where what was typed differs from it: theirs before, yours after
	 */
	record Stale(Decision theirs, List<FieldChange> rows) {
	}

	/** A step's page. */
	ModelAndView step(Step step, Decision decision, HttpStatusCode status) {
		EditorPane beside = this.pane.getIfAvailable();
		return new ModelAndView("decision/editor/" + step.key(), status).addObject("head", head(decision, step))
			.addObject("pane", (beside != null) ? beside.href(decision) : "");
	}

	/** A page that is no step. */
	public ModelAndView page(String view, Decision decision) {
		return new ModelAndView(view, HttpStatus.OK).addObject("head", head(decision, null));
	}

	/**
	 * A step's page that says what somebody else saved meanwhile.
	 * @param yours the same decision as it would be by what was typed
	 */
	ModelAndView stale(ModelAndView page, Decision theirs, Decision yours) {
		page.setStatus(HttpStatus.CONFLICT);
		return page.addObject("stale",
				new Stale(theirs, this.messages.differences(DecisionParts.of(theirs), DecisionParts.of(yours))));
	}

	DecisionHeadView head(Decision decision, @Nullable Step current) {
		boolean differs = this.management.differs(decision);
		List<DecisionHeadView.Step> steps = Arrays.stream(Step.values())
			.map((step) -> new DecisionHeadView.Step(step.key(), href(step, decision), isDone(step, decision, differs),
					step == current))
			.toList();
		return new DecisionHeadView(decision, differs, steps, (decision.live() != null) ? decision.live() : 0,
				broken(decision));
	}

	private List<LiveDecision.BrokenPart> broken(Decision decision) {
		LiveDecision held = (decision.status() == Decision.Status.LIVE) ? this.live.now().decision(decision.slug())
				: null;
		return (held != null) ? held.broken(this.clock.instant()) : List.of();
	}

	private static String href(Step step, Decision decision) {
		return (step == Step.DETAILS) ? DraftAddress.of(decision) : "/decisions/" + decision.slug() + "/" + step.key();
	}

	private static boolean isDone(Step step, Decision decision, boolean differs) {
		DecisionContent draft = decision.draft();
		return switch (step) {
			case DETAILS -> true;
			case SCOPES -> !draft.scopes().isEmpty();
			case CRITERIA ->
				!draft.scopes().isEmpty() && draft.scopes().stream().noneMatch((one) -> one.criteria().isEmpty());
			case FALLBACK -> !draft.fallback().isEmpty();
			case REVIEW -> !differs;
		};
	}

}
