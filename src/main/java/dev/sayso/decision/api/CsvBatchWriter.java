package dev.sayso.decision.api;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import dev.sayso.consent.status.Verdict;
import dev.sayso.decision.ChosenOffer;
import dev.sayso.decision.DecisionEngine;
import dev.sayso.decision.DecisionResult;
import dev.sayso.person.Profile;
import dev.sayso.shared.CsvSheet;

/**
 * Answers as a table, a person a row: for each scope what shows, in their order, and why;
 * for one on a channel also whether the person may be contacted.
 */
final class CsvBatchWriter implements BatchWriter {

	private final CsvSheet sheet;

	private final List<DecisionEngine.RequestedScope> scopes;

	/**
	 * Begins the table.
	 * @param plain whether for programs, instead of spreadsheets
	 */
	CsvBatchWriter(OutputStream out, List<DecisionEngine.RequestedScope> scopes, boolean plain) throws IOException {
		this.sheet = plain ? CsvSheet.plain(out) : CsvSheet.to(out);
		this.scopes = scopes;
		List<String> header = new ArrayList<>(List.of("profile", "externalId"));
		scopes.forEach((scope) -> header(header, scope));
		this.sheet.row(header);
	}

	private static void header(List<String> header, DecisionEngine.RequestedScope requested) {
		String scope = requested.decision().slug() + "." + requested.scope().placement().slug() + ".";
		header.add(scope + "reason");
		if (requested.scope().placement().on().channel().isPresent()) {
			header.add(scope + "mayContact");
			header.add(scope + "mayContactWhy");
		}
		for (int item = 1; item <= requested.items(); item++) {
			String place = (item == 1) ? "" : String.valueOf(item);
			header.add(scope + "offer" + place);
			header.add(scope + "content" + place);
			header.add(scope + "link" + place);
		}
	}

	@Override
	public void add(DecisionResult result) {
		List<@Nullable Object> row = new ArrayList<>();
		row.add(result.profile());
		row.add(result.context().person().part(Profile.class).details().externalId());
		for (int place = 0; place < this.scopes.size(); place++) {
			add(result.propositions().get(place), this.scopes.get(place).items(), row);
		}
		this.sheet.row(row);
	}

	private static void add(DecisionResult.Proposition proposition, int items, List<@Nullable Object> row) {
		row.add(proposition.result().reason());
		if (proposition.contact() != null) {
			row.add(proposition.contact().allowed() ? "yes" : "no");
			row.add(codes(proposition.contact()));
		}
		ChosenOffer fallback = proposition.result().fallback();
		List<ChosenOffer> shown = (fallback != null) ? List.of(fallback) : proposition.result().items();
		for (int item = 0; item < items; item++) {
			boolean there = item < shown.size();
			row.add(there ? shown.get(item).offer().slug() : null);
			row.add(there ? shown.get(item).content() : null);
			row.add(there ? shown.get(item).text().link() : null);
		}
	}

	private static String codes(Verdict verdict) {
		return verdict.reasons()
			.stream()
			.map((reason) -> reason.code().name())
			.distinct()
			.collect(Collectors.joining(" "));
	}

	@Override
	public void end() throws IOException {
		this.sheet.close();
	}

}
