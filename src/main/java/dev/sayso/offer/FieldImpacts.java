package dev.sayso.offer;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

import dev.sayso.offer.placement.LayoutImpact;
import dev.sayso.offer.text.ContentField;
import dev.sayso.offer.text.ContentFormat;
import dev.sayso.offer.text.ContentLayout;
import dev.sayso.offer.text.ContentType;

/**
 * Tells what a change of a placement's fields does to offers: to their drafts and to what
 * of them is approved.
 */
@Component
class FieldImpacts implements LayoutImpact.Outlook {

	private final JdbcClient jdbc;

	private final JsonMapper json;

	private final ContentValidator validator;

	FieldImpacts(JdbcClient jdbc, JsonMapper json, ContentValidator validator) {
		this.jdbc = jdbc;
		this.json = json;
		this.validator = validator;
	}

	/** An offer's contents, as JSON. */
	private record Written(String draft, String approved) {

	}

	@Override
	public LayoutImpact foresee(String placement, ContentLayout before, ContentLayout after) {
		List<Written> offers = this.jdbc.sql("""
				select o.draft, v.content as approved
				from offer o left join offer_version v on v.offer_id = o.id and v.number = o.approved
				where o.archived_at is null and (o.draft like :named or v.content like :named)""")
			.param("named", "%\"" + placement + "\"%")
			.query((row, index) -> new Written(row.getString("draft"), row.getString("approved")))
			.list();
		Map<LayoutImpact.Change, Integer> counts = new LinkedHashMap<>();
		int touched = 0;
		for (Written offer : offers) {
			Set<LayoutImpact.Change> changes = changes(offer, placement, before, after);
			changes.forEach((change) -> counts.merge(change, 1, Integer::sum));
			touched += changes.isEmpty() ? 0 : 1;
		}
		List<LayoutImpact.Change> told = new ArrayList<>();
		counts.forEach((change, count) -> told.add(new LayoutImpact.Change(change.kind(), change.label(), count)));
		return new LayoutImpact(touched, told);
	}

	private Set<LayoutImpact.Change> changes(Written offer, String placement, ContentLayout before,
			ContentLayout after) {
		Set<LayoutImpact.Change> changes = new HashSet<>();
		Stream.of(offer.draft(), offer.approved())
			.filter(Objects::nonNull)
			.map((content) -> this.json.readValue(content, OfferContent.class))
			.forEach((content) -> content.representations()
				.stream()
				.filter((text) -> text.placement().equals(placement))
				.forEach((text) -> changes.addAll(changes(text, content, before, after))));
		return changes;
	}

	private List<LayoutImpact.Change> changes(Representation text, OfferContent offer, ContentLayout before,
			ContentLayout after) {
		Map<String, String> said = text.fields();
		List<LayoutImpact.Change> changes = new ArrayList<>();
		before.fields()
			.stream()
			.filter((field) -> said.containsKey(field.key()) && after.field(field.key()).isEmpty())
			.forEach((field) -> changes.add(change("gone", field)));
		after.missing(said)
			.stream()
			.filter((field) -> !before.missing(said).stream().map(ContentField::key).toList().contains(field.key()))
			.forEach((field) -> changes.add(change("missing", field)));
		Set<String> faulty = faulty(text, offer, before);
		faulty(text, offer, after).stream()
			.filter((key) -> !faulty.contains(key))
			.flatMap((key) -> after.field(key).stream())
			.forEach((field) -> changes.add(change("unfit", field)));
		return changes;
	}

	private Set<String> faulty(Representation text, OfferContent offer, ContentLayout layout) {
		Set<String> keys = new HashSet<>();
		this.validator.check(new ContentFormat(ContentType.FIELDS, layout), text, offer.attributes())
			.faults()
			.forEach((fault) -> keys.add(fault.field()));
		return keys;
	}

	private static LayoutImpact.Change change(String kind, ContentField field) {
		return new LayoutImpact.Change(kind, field.label(), 1);
	}

}
