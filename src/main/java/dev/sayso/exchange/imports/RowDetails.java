package dev.sayso.exchange.imports;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import dev.sayso.exchange.file.ColumnTarget;
import dev.sayso.person.Details;
import dev.sayso.person.DetailsDraft;
import dev.sayso.person.DetailsDrafts;

/**
 * The details of a row, and the addresses in it beside them: a second one in a cell, one
 * in a column of something else. The first address in a cell is the person's; a no in the
 * row is said for each.
 */
final class RowDetails {

	/** Addresses, the one that names a person best first. */
	private static final List<String> ADDRESSES = List.of("email", "mobile", "phone", "fax", "pushToken");

	private static final List<String> NUMBERS = List.of("mobile", "phone", "fax");

	/** Columns with the address of somebody else. */
	private static final Pattern OF_OTHERS = Pattern
		.compile("(?i)owner|assign|manager|agent|referr|creat|modif|updat|parent|compan|sender|seller");

	private final ImportRow row;

	private final Map<String, String> typed;

	private final List<Map.Entry<String, String>> more = new ArrayList<>();

	private final Details details;

	private final List<Details> others;

	RowDetails(ImportRow row, DetailsDrafts drafts) {
		String region = row.context().plan().region();
		this.row = row;
		this.typed = new HashMap<>(row.details());
		split();
		move();
		lookElsewhere();
		DetailsDraft draft = drafts.draft(this.typed, region);
		draft.faults()
			.stream()
			.filter((fault) -> !fault.field().isEmpty())
			.forEach((fault) -> row.reject(fault.field(), fault.code()));
		this.details = draft.details();
		String country = this.typed.getOrDefault("country", "");
		this.others = this.more.stream()
			.map((address) -> drafts.draft(Map.of(address.getKey(), address.getValue(), "country", country), region)
				.details())
			.flatMap((other) -> addresses(other).stream())
			.toList();
	}

	Details details() {
		return this.details;
	}

	/** The id by which Sayso itself may know the person. */
	@Nullable String id() {
		return this.typed.get(ColumnTarget.ID.name());
	}

	@Nullable String externalId() {
		return this.details.externalId();
	}

	/** The addresses beside those of the details, each by itself. */
	List<Details> others() {
		return this.others;
	}

	/** Each address in the row by itself, the one that names the person best first. */
	List<Details> addresses() {
		return Stream.concat(addresses(this.details).stream(), this.others.stream()).toList();
	}

	/**
	 * The address by which the row knows the person, e-mail else mobile; null without
	 * either.
	 */
	@Nullable Details address() {
		Map<String, Object> fields = this.details.fields();
		return Stream.of("email", "mobile")
			.filter(fields::containsKey)
			.findFirst()
			.map((field) -> only(field, fields.get(field).toString()))
			.orElse(null);
	}

	static Details only(String field, String value) {
		return new Details(field.equals("externalId") ? value : null, null, null, field.equals("email") ? value : null,
				field.equals("mobile") ? value : null, field.equals("phone") ? value : null,
				field.equals("fax") ? value : null, field.equals("pushToken") ? value : null, null, null, null, null,
				null, null, null);
	}

	private static List<Details> addresses(Details details) {
		Map<String, Object> fields = details.fields();
		return ADDRESSES.stream()
			.filter(fields::containsKey)
			.map((field) -> only(field, fields.get(field).toString()))
			.toList();
	}

	private void split() {
		for (String field : List.of("email", "mobile", "phone", "fax")) {
			List<String> several = CellParser.addresses(field, this.typed.getOrDefault(field, ""));
			if (several.size() > 1) {
				this.typed.put(field, several.get(0));
				several.subList(1, several.size()).forEach((next) -> this.more.add(Map.entry(field, next)));
				this.row.reject(field, "import.told.several");
			}
		}
	}

	/** A number among the e-mail addresses, an e-mail address among the numbers. */
	private void move() {
		if (CellParser.isNumber(this.typed.getOrDefault("email", ""))) {
			move("email", "mobile");
		}
		for (String field : NUMBERS) {
			if (CellParser.email(this.typed.getOrDefault(field, "")) != null) {
				move(field, "email");
			}
		}
	}

	private void move(String from, String to) {
		String text = Objects.requireNonNull(this.typed.remove(from));
		boolean free = this.typed.putIfAbsent(to, text) == null;
		if (!free) {
			this.more.add(Map.entry(to, text));
		}
		this.row.reject(from, free ? "import.told.moved" : "import.told.elsewhere");
	}

	/**
	 * Where a row has no e-mail address of its own, one in another cell is the one that
	 * its no is said for.
	 */
	private void lookElsewhere() {
		if (this.typed.getOrDefault("email", "").contains("@")) {
			return;
		}
		if (this.row.isBroken()) {
			this.typed.remove("email");
		}
		for (int i = 0; this.row.answers().hasNoes() && i < this.row.cells().size(); i++) {
			String email = isPossible(i) ? CellParser.email(CellParser.clean(this.row.cells().get(i))) : null;
			if (email != null) {
				this.more.add(Map.entry("email", email));
				this.row.faults().add(this.row.fault(i, "import.told.elsewhere"));
			}
		}
	}

	private boolean isPossible(int column) {
		ColumnTarget target = this.row.target(column);
		return this.row.isBroken() || target.kind() == ColumnTarget.Kind.DETAIL
				|| target == ColumnTarget.NOTHING && !OF_OTHERS.matcher(this.row.fault(column, "").column()).find();
	}

}
