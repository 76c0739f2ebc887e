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
import dev.sayso.offer.Offers;
import dev.sayso.offer.editor.OfferEditorView.StaleRow;
import dev.sayso.offer.editor.OfferEditorView.Stale;
import dev.sayso.offer.editor.OfferEditorViews.Frame;
import dev.sayso.shared.page.Flash;

/**
 * Renders an offer's editor: opened, after a button, refused, or saved.
 */
@Component
class OfferPage {

	private final Offers offers;

	private final OfferEditorViews editor;

	private final OfferHeadViews heads;

	private final OfferMessages messages;

	private final OfferTextAnalysis texts;

	OfferPage(Offers offers, OfferEditorViews editor, OfferHeadViews heads, OfferMessages messages,
			OfferTextAnalysis texts) {
		this.offers = offers;
		this.editor = editor;
		this.heads = heads;
		this.messages = messages;
		this.texts = texts;
	}

	ModelAndView form(OfferForm form, boolean open) {
		OfferContent content = form.isFresh() ? OfferContent.BLANK : this.offers.get(form.id()).draft();
		return page(form, new Frame(head(form), content, "", open, null), false, HttpStatus.OK);
	}

	ModelAndView redrawn(OfferForm form, OfferDraft draft, String focus) {
		return page(form, new Frame(head(form), draft.content(), focus, true, null), true, HttpStatus.OK);
	}

	ModelAndView again(OfferForm form, OfferDraft draft, HttpStatus status) {
		return page(form, new Frame(head(form), draft.content(), "", true, null), true, status);
	}

	/**
	 * Both versions of what somebody else saved meanwhile, to choose from.
	 */
	ModelAndView stale(Offer theirs, OfferFormParser.Parsed yours) {
		Map<String, String> saved = OfferParts.of(theirs);
		Map<String, String> sent = OfferParts.of(yours.draft().name(), yours.draft().content());
		sent.put("description", yours.draft().description());
		TreeSet<String> names = new TreeSet<>(saved.keySet());
		names.addAll(sent.keySet());
		List<StaleRow> rows = new ArrayList<>();
		Map<String, String> same = new LinkedHashMap<>();
		for (String name : names) {
			String theirValue = saved.getOrDefault(name, "");
			String yourValue = sent.getOrDefault(name, "");
			String field = name.equals("eligibility") ? "eligibility.kept" : name;
			if (theirValue.equals(yourValue)) {
				same.put(field, theirValue);
			}
			else {
				rows.add(new StaleRow(field, this.messages.name(name), yourValue, valueOrEmpty(name, yourValue),
						theirValue, valueOrEmpty(name, theirValue)));
			}
		}
		return page(yours.form(),
				new Frame(this.heads.create(theirs), yours.draft().content(), "", true, new Stale(theirs, rows, same)),
				true, HttpStatus.CONFLICT);
	}

	ModelAndView saved(Offer saved, OfferFormParser.Parsed parsed, String code, RedirectAttributes redirect) {
		String shown = parsed.form().value("shown");
		Set<String> removed = this.texts.removed(parsed.draft().content());
		if (removed.isEmpty()) {
			Flash.done(redirect, code, saved.name());
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

	private ModelAndView page(OfferForm form, Frame frame, boolean edited, HttpStatus status) {
		return new ModelAndView("offer/editor/edit", status).addObject("view", this.editor.create(form, frame))
			.addObject("head", frame.head())
			.addObject("open", frame.open())
			.addObject("edited", edited);
	}

	private @Nullable OfferHeadView head(OfferForm form) {
		return form.isFresh() ? null : this.heads.create(this.offers.get(form.id()));
	}

}
