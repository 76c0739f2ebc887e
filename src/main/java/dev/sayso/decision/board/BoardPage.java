package dev.sayso.decision.board;

import java.util.List;
import java.util.function.UnaryOperator;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

import dev.sayso.decision.Decision;
import dev.sayso.decision.DecisionContent;
import dev.sayso.decision.editor.DecisionManagement;
import dev.sayso.decision.editor.DecisionPage;
import dev.sayso.decision.editor.EditorPane;

/**
 * Draws the board of a decision, with the form that is open in its place.
 */
@Component
class BoardPage {

	private final DecisionPage pages;

	private final BoardViews views;

	private final DecisionManagement management;

	private final List<BoardPart> parts;

	private final ObjectProvider<EditorPane> panes;

	BoardPage(DecisionPage pages, BoardViews views, DecisionManagement management, List<BoardPart> parts,
			ObjectProvider<EditorPane> panes) {
		this.pages = pages;
		this.views = views;
		this.management = management;
		this.parts = parts;
		this.panes = panes;
	}

	/** The board with a form as it begins. */
	ModelAndView show(Decision decision, OpenForm open, BoardView.Shown shown) {
		ModelAndView page = draw(decision, open, shown, HttpStatus.OK);
		this.parts.stream()
			.filter((part) -> part.opens(open.kind()))
			.forEach((part) -> page.addObject("form", part.form(decision, open)));
		return page;
	}

	/** The board again with a form as it was typed, and with what is wrong with it. */
	ModelAndView again(Decision decision, OpenForm open, Object form, HttpStatusCode status) {
		return draw(decision, open, BoardView.Shown.FIRST, status).addObject("form", form);
	}

	/**
	 * The board as somebody else saved it meanwhile, and how it would differ from that by
	 * what was typed.
	 */
	ModelAndView stale(Decision theirs, OpenForm open, Object form, UnaryOperator<DecisionContent> change) {
		Decision yours = theirs.edit(theirs.name(), theirs.description(), change.apply(theirs.draft()),
				theirs.changedAt(), theirs.changedBy());
		return stale(theirs, open, form, yours);
	}

	ModelAndView stale(Decision theirs, OpenForm open, Object form, Decision yours) {
		return this.pages.stale(again(theirs, open, form, HttpStatus.CONFLICT), theirs, yours);
	}

	private ModelAndView draw(Decision decision, OpenForm open, BoardView.Shown shown, HttpStatusCode status) {
		EditorPane beside = this.panes.getIfAvailable();
		ModelAndView page = this.pages.page("decision/board/board", decision);
		page.setStatus(status);
		this.parts.stream()
			.filter((part) -> part.opens(open.kind()))
			.forEach((part) -> page.addAllObjects(part.choices(decision, open)));
		return page.addObject("board", this.views.view(decision, shown.with(open.placement())))
			.addObject("open", open)
			.addObject("flags", this.management.flags(decision))
			.addObject("pane", (beside != null) ? beside.href(decision) : "");
	}

}
