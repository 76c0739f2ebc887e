package dev.sayso.exchange.imports;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.springframework.stereotype.Component;

import dev.sayso.exchange.file.ColumnTarget;
import dev.sayso.exchange.file.FileLayout;
import dev.sayso.exchange.file.FileRow;
import dev.sayso.exchange.file.RowReader;

/**
 * The distinct values of an import's answers, how often each stands in the file, and what
 * each means.
 */
@Component
class ColumnValues {

	/** So far a file is looked through. */
	private static final int MOST_ROWS = 200_000;

	private static final int MOST_DISTINCT = 2_000;

	private static final int SHOWN = 15;

	private final Uploads uploads;

	ColumnValues(Uploads uploads) {
		this.uploads = uploads;
	}

	/**
	 * A value of a column.
	 *
	 * @param token what the form sends for the meaning that holds
	 * @param options the message keys of the meanings, by what the form sends for them
	 */
	record Value(String text, long count, String token, Map<String, String> options, boolean unread) {
	}

	/**
	 * The values of a column.
	 *
	 * @param values those that cannot be read first, then the most frequent
	 * @param times how many cells hold a time of opting out
	 * @param more how many distinct values are not among these
	 */
	record Column(List<Value> values, long times, int more) {

		static final Column NONE = new Column(List.of(), 0, 0);

		boolean hasUnread() {
			return this.values.stream().anyMatch(Value::unread);
		}

	}

	/** The values of each column, none for those that are no answers. */
	List<Column> read(UUID id, FileLayout layout, ImportPlan plan) throws IOException {
		List<ColumnTarget> targets = plan.columns();
		List<Map<String, Long>> counts = new ArrayList<>();
		targets.forEach((target) -> counts.add(new HashMap<>()));
		if (targets.stream().anyMatch(ColumnTarget::isSaid)) {
			count(id, layout, targets, counts);
		}
		CellMeanings meanings = CellMeanings.of(plan);
		List<Column> columns = new ArrayList<>();
		for (int i = 0; i < targets.size(); i++) {
			columns.add(targets.get(i).isSaid() ? column(i, targets.get(i), counts.get(i), meanings) : Column.NONE);
		}
		return columns;
	}

	private void count(UUID id, FileLayout layout, List<ColumnTarget> targets, List<Map<String, Long>> counts)
			throws IOException {
		try (RowReader rows = this.uploads.open(id, layout)) {
			int read = 0;
			for (FileRow row = rows.next(); row != null && read < MOST_ROWS; row = rows.next()) {
				read++;
				for (int i = 0; i < Math.min(targets.size(), row.cells().size()); i++) {
					String text = CellParser.clean(row.cells().get(i));
					boolean counted = !text.isEmpty() && targets.get(i).isSaid()
							&& (counts.get(i).size() < MOST_DISTINCT || counts.get(i).containsKey(text));
					if (counted) {
						counts.get(i).merge(text, 1L, Long::sum);
					}
				}
			}
		}
	}

	private static Column column(int column, ColumnTarget target, Map<String, Long> counts, CellMeanings meanings) {
		List<Value> values = new ArrayList<>();
		long times = 0;
		for (Map.Entry<String, Long> count : counts.entrySet()) {
			CellMeanings.Meaning meaning = meanings.interpret(column, target, count.getKey());
			if (meaning.saidAt() != null) {
				times += count.getValue();
			}
			else {
				values.add(value(column, target, count.getKey(), count.getValue(), meaning));
			}
		}
		values.sort(Comparator.comparing((Value value) -> !value.unread())
			.thenComparing(Comparator.comparingLong(Value::count).reversed())
			.thenComparing(Value::text));
		return new Column(List.copyOf(values.subList(0, Math.min(SHOWN, values.size()))), times,
				Math.max(0, values.size() - SHOWN));
	}

	private static Value value(int column, ColumnTarget target, String text, long count, CellMeanings.Meaning meaning) {
		Map<String, String> options = new LinkedHashMap<>();
		if (!CellMeanings.CHOICES.contains(meaning.key())) {
			options.put(CellMeanings.token(column, meaning.key(), text), "import.meaning.as-is");
		}
		for (String choice : CellMeanings.choices(target)) {
			options.put(CellMeanings.token(column, choice, text),
					"import.meaning." + (choice.isEmpty() ? "nothing" : choice.equals("?") ? "unread" : choice));
		}
		return new Value(text, count, CellMeanings.token(column, meaning.key(), text), options, meaning.isUnread());
	}

}
