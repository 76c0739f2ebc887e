package dev.sayso.landing.visit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

import dev.sayso.landing.PageBlock;
import dev.sayso.landing.PublishedPage;
import dev.sayso.landing.form.PublicFormBody;
import dev.sayso.landing.form.TypedAddresses;
import dev.sayso.person.Attributes;
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

	private final Attributes attributes;

	FormDetails(DetailsDrafts drafts, Attributes attributes) {
		this.attributes = attributes;
		this.drafts = drafts;
	}

	/**
	 * A person's details and attributes as a form leaves them.
	 *
	 * @param attributes null where it leaves them as they are
	 */
	record Changes(Details details, @Nullable Map<String, Object> attributes) {
	}

	/**
	 * What a form changes of a person's details; empty where it changes nothing. What a
	 * page adds comes with it, unless all that is said is no.
	 * @throws FormFaults where a field cannot be taken
	 */
	Optional<Changes> read(PublishedPage page, LinkRecipient recipient, PublicFormBody body, boolean onlyNo) {
		Details before = recipient.profile().details();
		Details after = read(page, before, body).orElse(before);
		Map<String, Object> known = recipient.attributes();
		Map<String, Object> attributes = new HashMap<>(known);
		Map<String, String> faults = new LinkedHashMap<>();
		attributes.putAll(attributes(page, page.fieldsFor(true), body, faults));
		if (!faults.isEmpty()) {
			throw new FormFaults(faults);
		}
		if (!onlyNo || !after.equals(before) || !attributes.equals(known)) {
			attributes.putAll(constants(page));
		}
		return (after.equals(before) && attributes.equals(known)) ? Optional.empty()
				: Optional.of(new Changes(after, attributes.equals(known) ? null : attributes));
	}

	/** What was typed about attributes; what is left empty stays. */
	private Map<String, Object> attributes(PublishedPage page, List<String> fields, PublicFormBody body,
			Map<String, String> faults) {
		Map<String, Object> values = new HashMap<>();
		fields.stream().filter((name) -> name.startsWith(PageBlock.ATTRIBUTE)).forEach((name) -> {
			String typed = body.fields().getOrDefault(name, "").strip();
			String attribute = name.substring(PageBlock.ATTRIBUTE.length());
			if (!typed.isEmpty()) {
				this.attributes.findByName(attribute).ifPresent((known) -> {
					Object value = known.parse(typed);
					if (value != null) {
						values.put(attribute, value);
					}
					else {
						faults.put(PublicFormBody.FIELD + name, "public.fault.field");
					}
				});
			}
		});
		return values;
	}

	/** What a page adds to whoever sends its form. */
	private Map<String, Object> constants(PublishedPage page) {
		Map<String, Object> values = new HashMap<>();
		page.constants()
			.forEach((name, text) -> this.attributes.findByName(name)
				.map((attribute) -> attribute.parse(text))
				.ifPresent((value) -> values.put(name, value)));
		return values;
	}

	private Optional<Details> read(PublishedPage page, Details before, PublicFormBody body) {
		Map<String, String> texts = texts(before);
		Map<String, String> was = Map.copyOf(texts);
		page.fieldsFor(true)
			.stream()
			.filter((name) -> !name.startsWith(PageBlock.ATTRIBUTE))
			.forEach((name) -> put(texts, name, body.fields().get(name)));
		if (texts.equals(was)) {
			return Optional.empty();
		}
		Details after = checked(texts);
		return after.equals(before) ? Optional.empty() : Optional.of(after);
	}

	/**
	 * What a visitor typed.
	 *
	 * @param details those left out that cannot be taken; an address in the other's field
	 * is read as what it is
	 * @param others the addresses of which a field has several, each by itself
	 * @param faults message keys by field, the empty name for the whole
	 * @param attributes those of a page that adds some, too
	 * @param faultsOfNo the same where all they say is no, which needs one address alone
	 */
	public record Typed(Details details, List<Details> others, Map<String, Object> attributes,
			Map<String, String> faults, Map<String, String> faultsOfNo) {

		boolean isReachable() {
			return this.details.email() != null || this.details.mobile() != null || !this.others.isEmpty();
		}

	}

	public Typed typed(PublishedPage page, PublicFormBody body) {
		List<String> fields = page.fieldsFor(false);
		Map<String, String> texts = new HashMap<>(body.fields());
		texts.keySet().retainAll(fields);
		DetailsDraft draft = this.drafts.draft(texts);
		Map<String, String> wrong = wrong(draft);
		Map<String, String> faults = missing(page, fields, texts);
		faults.putAll(wrong);
		Map<String, Object> attributes = attributes(page, fields, body, faults);
		attributes.putAll(constants(page));
		TypedAddresses addresses = new TypedAddresses(this.drafts);
		Details misplaced = addresses.misplaced(texts, draft.details());
		List<Details> others = new ArrayList<>();
		for (String field : List.of("email", "mobile")) {
			List<Details> several = addresses.several(texts, field);
			if (!several.isEmpty()) {
				wrong.remove(PublicFormBody.FIELD + field);
				others.addAll(several);
			}
		}
		Typed typed = new Typed(misplaced.and(draft.details()), others, attributes, faults, wrong);
		if (misplaced.email() != null) {
			wrong.remove(PublicFormBody.FIELD + "mobile");
		}
		if (misplaced.mobile() != null) {
			wrong.remove(PublicFormBody.FIELD + "email");
		}
		if (!typed.isReachable() && wrong.isEmpty()) {
			wrong.put("", "public.fault.unreachable");
			if (faults.isEmpty()) {
				faults.putAll(wrong);
			}
		}
		return typed;
	}

	/** The faults at a field of its own. */
	private static Map<String, String> wrong(DetailsDraft draft) {
		Map<String, String> wrong = new LinkedHashMap<>();
		draft.faults()
			.stream()
			.filter((fault) -> !fault.field().isEmpty())
			.forEach((fault) -> wrong.putAll(FormFaults.of(List.of(fault)).codes()));
		return wrong;
	}

	private static Map<String, String> missing(PublishedPage page, List<String> fields, Map<String, String> texts) {
		Map<String, String> missing = new LinkedHashMap<>();
		page.required()
			.stream()
			.filter((name) -> fields.contains(name) && texts.getOrDefault(name, "").isBlank())
			.forEach((name) -> missing.put(PublicFormBody.FIELD + name, "public.fault.missing"));
		return missing;
	}

	public Details with(Details before, Map<String, String> fields) {
		Map<String, String> texts = texts(before);
		texts.putAll(fields);
		return checked(texts);
	}

	public static ProfileEditor by(PublishedPage page) {
		return new ProfileEditor(Origin.SUBJECT, Actor.subject(), page.source());
	}

	private Details checked(Map<String, String> texts) {
		DetailsDraft draft = this.drafts.draft(texts);
		List<DetailsDraft.Fault> faults = draft.faults();
		if (!faults.isEmpty()) {
			throw FormFaults.of(faults);
		}
		return draft.details();
	}

	private static void put(Map<String, String> texts, String name, @Nullable String typed) {
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
