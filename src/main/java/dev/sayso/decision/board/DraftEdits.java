package dev.sayso.decision.board;

import java.util.function.UnaryOperator;

import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import dev.sayso.decision.Decision;
import dev.sayso.decision.DecisionContent;
import dev.sayso.decision.Decisions;
import dev.sayso.decision.editor.DecisionManagement;
import dev.sayso.shared.Actor;
import dev.sayso.shared.StaleEditException;
import dev.sayso.shared.page.Flash;

/**
 * Saves what one form of a board changes, and leads back to its place.
 */
@Component
class DraftEdits {

	private final Decisions decisions;

	private final DecisionManagement management;

	private final BoardPage page;

	DraftEdits(Decisions decisions, DecisionManagement management, BoardPage page) {
		this.decisions = decisions;
		this.management = management;
		this.page = page;
	}

	/**
	 * Where an edit comes from, and where it leads back to.
	 *
	 * @param form as it was typed
	 * @param seen the save that it was made of
	 * @param place the id on the board of what is changed
	 */
	record Edit(Decision decision, OpenForm open, Object form, int seen, String place, Actor by,
			RedirectAttributes redirect) {

		Edit leadingTo(String other) {
			return new Edit(this.decision, this.open, this.form, this.seen, other, this.by, this.redirect);
		}

	}

	/** Saves a change of the draft. */
	ModelAndView save(Edit edit, UnaryOperator<DecisionContent> change) {
		Decision decision = edit.decision();
		return done(edit, change,
				() -> this.management.edit(decision, edit.seen(), change.apply(decision.draft()), edit.by()));
	}

	/**
	 * Does what saves a change of the draft by itself.
	 * @param act throws {@link StaleEditException} when somebody else saved since
	 */
	ModelAndView done(Edit edit, UnaryOperator<DecisionContent> change, Runnable act) {
		try {
			act.run();
			return back(edit);
		}
		catch (StaleEditException ex) {
			return this.page.stale(this.decisions.get(edit.decision().id().toString()), edit.open(), edit.form(),
					change);
		}
	}

	/** Back to the place on the board, which the keyboard goes on from. */
	ModelAndView back(Edit edit) {
		Flash.done(edit.redirect(), "board.saved");
		edit.redirect().addFlashAttribute("made", edit.place());
		return new ModelAndView("redirect:" + path(edit.decision()) + "#" + edit.place());
	}

	/** Back to the board with a form that is open, for the next of its kind. */
	ModelAndView next(Edit edit, OpenForm open) {
		Flash.done(edit.redirect(), "board.saved");
		return new ModelAndView("redirect:" + open.href(path(edit.decision())));
	}

	static String path(Decision decision) {
		return "/decisions/" + decision.slug() + "/draft";
	}

}
