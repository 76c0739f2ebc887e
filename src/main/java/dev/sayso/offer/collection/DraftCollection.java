package dev.sayso.offer.collection;

import java.util.List;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/**
 * Draws a collection's form again after one of its buttons; nothing is saved.
 */
@Component
class DraftCollection {

	private final CollectionPage show;

	DraftCollection(CollectionPage show) {
		this.show = show;
	}

	/**
	 * The form after a button.
	 * @param act what the button does; {@code enter} adds the offer whose name was typed
	 * where it is the only one
	 */
	ModelAndView redraw(CollectionForm form, String act) {
		OfferPool shelf = this.show.shelf();
		CollectionForm after = full(form, act) ? form : form.after(meant(form, act, shelf));
		return this.show.page(after, shelf, new CollectionPage.Mode(true, true), HttpStatus.OK)
			.addObject("focus", focus(form, act, after));
	}

	private static boolean full(CollectionForm form, String act) {
		return form.isFull() && (act.equals("enter") || act.startsWith("add:"));
	}

	private static String meant(CollectionForm form, String act, OfferPool shelf) {
		if (!act.equals("enter") || form.find().isEmpty()) {
			return act;
		}
		List<CollectionOfferRow> found = shelf.find(form.find(), java.util.Set.copyOf(form.offers()), 2).rows();
		return (found.size() == 1) ? "add:" + found.get(0).slug() : act;
	}

	/**
	 * The control on which work goes on: the same where it is still there, else its
	 * neighbour.
	 */
	private static String focus(CollectionForm before, String act, CollectionForm after) {
		String slug = act.substring(act.indexOf(':') + 1);
		int at = after.offers().indexOf(slug);
		if (act.startsWith("up:") && at >= 0) {
			return ((at > 0) ? "up-" : "down-") + slug;
		}
		if (act.startsWith("down:") && at >= 0) {
			return ((at < after.offers().size() - 1) ? "down-" : "up-") + slug;
		}
		if (act.startsWith("remove:") && !after.offers().isEmpty()) {
			int was = Math.max(0, before.offers().indexOf(slug));
			return "remove-" + after.offers().get(Math.min(was, after.offers().size() - 1));
		}
		return act.isEmpty() ? "" : "find";
	}

}
