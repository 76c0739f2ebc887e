package dev.sayso.landing.visit;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.springframework.stereotype.Component;

import dev.sayso.landing.PublishedPage;
import dev.sayso.person.Details;
import dev.sayso.person.DetailsDraft;
import dev.sayso.person.DetailsDrafts;
import dev.sayso.person.Origin;
import dev.sayso.person.ProfileEditor;
import dev.sayso.shared.Actor;

/**
 * Reads what a public form says about details: what it shows masked stays when it is left
 * empty.
 */
@Component
public class FormDetails {

	private final DetailsDrafts drafts;

	FormDetails(DetailsDrafts drafts) {
		this.drafts = drafts;
	}

	/**
	 * A person's details as the form leaves them; empty where it changes none.
	 * @throws FormFaults where a field cannot be taken
	 */
	Optional<Details> of(PublishedPage page, Details before, PublicFormBody body) {
		Map<String, String> texts = texts(before);
		Map<String, String> was = Map.copyOf(texts);
		page.fieldsFor(true).forEach((name) -> put(texts, name, body.fields().get(name)));
		if (texts.equals(was)) {
			return Optional.empty();
		}
		Details after = checked(texts);
		return after.equals(before) ? Optional.empty() : Optional.of(after);
	}

	/**
	 * What a visitor typed.
	 *
	 * @param details those left out that cannot be taken
	 * @param faults message keys by field, the empty name for the whole
	 */
	record Typed(Details details, Map<String, String> faults) {

		/**
		 * Whether an address can be made out, whatever else is wrong.
		 */
		boolean isReachable() {
			return this.details.email() != null || this.details.mobile() != null;
		}

	}

	/**
	 * The details that somebody typed whom nobody identified, and what is wrong with
	 * them.
	 */
	Typed typed(PublishedPage page, PublicFormBody body) {
		Map<String, String> texts = new HashMap<>(body.fields());
		texts.keySet().retainAll(page.fieldsFor(false));
		DetailsDraft draft = this.drafts.of(texts);
		Map<String, String> faults = new LinkedHashMap<>();
		page.required()
			.stream()
			.filter((name) -> page.fieldsFor(false).contains(name) && texts.getOrDefault(name, "").isBlank())
			.forEach((name) -> faults.put(PublicFormBody.FIELD + name, "public.fault.missing"));
		draft.faults()
			.stream()
			.filter((fault) -> !fault.field().isEmpty())
			.forEach((fault) -> faults.putAll(FormFaults.of(List.of(fault)).codes()));
		Typed typed = new Typed(draft.details(), faults);
		if (!typed.isReachable() && faults.isEmpty()) {
			faults.put("", "public.fault.unreachable");
		}
		return typed;
	}

	/**
	 * The details with the pending fields of a form put in.
	 */
	public Details with(Details before, Map<String, String> fields) {
		Map<String, String> texts = texts(before);
		texts.putAll(fields);
		return checked(texts);
	}

	static ProfileEditor by(PublishedPage page) {
		return new ProfileEditor(Origin.SUBJECT, Actor.subject(), page.source());
	}

	private Details checked(Map<String, String> texts) {
		DetailsDraft draft = this.drafts.of(texts);
		List<DetailsDraft.Fault> faults = draft.faults();
		if (!faults.isEmpty()) {
			throw FormFaults.of(faults);
		}
		return draft.details();
	}

	private static void put(Map<String, String> texts, String name, @org.jspecify.annotations.Nullable String typed) {
		if (typed != null && (!typed.isBlank() || PublicFormFields.shows(name))) {
			texts.put(name, typed.strip());
		}
	}

	private static Map<String, String> texts(Details details) {
		Map<String, String> texts = new HashMap<>();
		details.fields().forEach((name, value) -> texts.put(name, value.toString()));
		return texts;
	}

}
