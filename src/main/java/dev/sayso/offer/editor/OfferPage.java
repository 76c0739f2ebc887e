package dev.sayso.offer.editor;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import dev.sayso.offer.Offer;
import dev.sayso.offer.OfferContent;
import dev.sayso.offer.OfferDraft;
import dev.sayso.offer.OfferParts;
import dev.sayso.offer.OfferTextAnalysis;
import dev.sayso.offer.editor.OfferEditorView.StaleRow;
import dev.sayso.offer.editor.OfferEditorView.Stale;
import dev.sayso.offer.editor.OfferEditorViews.Frame;
import dev.sayso.shared.page.Flash;

/**
 * Renders an offer's editor: opened, after a button, refused, or saved.
 */
@Component
class OfferPage {

	private final OfferEditorViews editor;

	private final OfferHeadViews heads;

	private final OfferMessages messages;

	private final OfferTextAnalysis texts;

	OfferPage(OfferEditorViews editor, OfferHeadViews heads, OfferMessages messages, OfferTextAnalysis texts) {
		this.editor = editor;
		this.heads = heads;
		this.messages = messages;
		this.texts = texts;
	}

	ModelAndView form(OfferEdit edit, OfferContent content, boolean open) {
		return page(edit, new Frame(head(edit), content, "", open, null), false, HttpStatus.OK);
	}

	ModelAndView redrawn(OfferEdit edit, OfferDraft draft, String focus) {
		return page(edit, new Frame(head(edit), draft.content(), focus, true, null), true, HttpStatus.OK);
	}

	/** The texts alone, while they are typed. */
	ModelAndView texts(OfferEdit edit, OfferDraft draft, String focus) {
		return new ModelAndView("offer/editor/_texts :: answer").addObject("form", edit.form())
			.addObject("texts", this.editor.texts(edit, draft.content()))
			.addObject("fallback", edit.isFallback())
			.addObject("head", head(edit))
			.addObject("focus", focus)
			.addObject("open", true)
			.addObject("edited", true);
	}

	ModelAndView again(OfferEdit edit, OfferDraft draft) {
		return page(edit, new Frame(head(edit), draft.content(), "", true, null), true,
				HttpStatus.UNPROCESSABLE_CONTENT);
	}

	/** Both versions of what somebody else saved meanwhile, to choose from. */
	ModelAndView stale(Offer theirs, OfferEdit edit, OfferDraft yours) {
		Map<String, String> saved = OfferParts.of(theirs);
		Map<String, String> sent = OfferParts.of(yours.name(), yours.content());
		sent.put("description", yours.description());
		TreeSet<String> names = new TreeSet<>(saved.keySet());
		names.addAll(sent.keySet());
		List<StaleRow> rows = new ArrayList<>();
		Map<String, String> same = new LinkedHashMap<>();
		for (String name : names) {
			String theirValue = saved.getOrDefault(name, "");
			String yourValue = sent.getOrDefault(name, "");
			String field = name.equals("eligibility") ? "eligibility.kept" : "parts[" + name + "]";
			if (theirValue.equals(yourValue)) {
				same.put(field, theirValue);
			}
			else {
				rows.add(new StaleRow(field, this.messages.name(name), yourValue, valueOrEmpty(name, yourValue),
						theirValue, valueOrEmpty(name, theirValue)));
			}
		}
		return page(edit,
				new Frame(this.heads.create(theirs), yours.content(), "", true, new Stale(theirs, rows, same)), true,
				HttpStatus.CONFLICT);
	}

	ModelAndView saved(Offer saved, OfferDraft draft, String shown, String code, RedirectAttributes redirect) {
		Set<String> removed = this.texts.removed(draft.content());
		if (removed.isEmpty()) {
			Flash.done(redirect, code, saved.name(), String.valueOf(saved.approved()));
		}
		else {
			Flash.warn(redirect, "offer.removed", saved.name(), String.join(", ", removed));
		}
		ModelAndView page = new ModelAndView("redirect:/offers/" + saved.slug());
		if (!shown.isEmpty()) {
			page.addObject("shown", shown);
		}
		return page;
	}

	private String valueOrEmpty(String part, String value) {
		return value.isEmpty() ? "" : this.messages.value(part, value);
	}

	private ModelAndView page(OfferEdit edit, Frame frame, boolean edited, HttpStatus status) {
		return new ModelAndView("offer/editor/edit", status).addObject("form", edit.form())
			.addObject("view", this.editor.create(edit, frame))
			.addObject("head", frame.head())
			.addObject("focus", frame.focus())
			.addObject("open", frame.open())
			.addObject("edited", edited);
	}

	private @Nullable OfferHeadView head(OfferEdit edit) {
		return (edit.offer() != null) ? this.heads.create(edit.offer()) : null;
	}

}
