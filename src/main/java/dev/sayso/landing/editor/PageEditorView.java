package dev.sayso.landing.editor;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import dev.sayso.landing.LandingPage;
import dev.sayso.landing.PageContact;
import dev.sayso.landing.PageKind;

/**
 * A page's editor, ready to show.
 *
 * @param language the language whose words are shown
 * @param languages the languages the page is in
 * @param addable what may be asked and has no checkbox yet
 * @param standard who asks where the page names nobody
 * @param stale what somebody else saved meanwhile; null where nobody did
 */
record PageEditorView(PageHeadView head, PageForm form, String language, List<String> languages, List<Box> boxes,
		List<Addable> addable, List<PageMessages.Found> findings, List<String> zones, List<String> fields,
		PageContact standard, @Nullable Stale stale) {

	/**
	 * A checkbox on the page.
	 *
	 * @param name message key of what it is about
	 * @param saying what stands before a meaning's key in the message keys
	 */
	record Box(String about, String name, String icon, boolean first, boolean last, String saying,
			List<String> meanings) {

	}

	/** What may be added: {@code name} is a message key. */
	record Addable(String about, String name, String icon) {

	}

	/**
	 * What differs between two people's edits.
	 *
	 * @param same the parts on which they agree
	 */
	record Stale(int version, List<Row> rows, Map<String, String> same, LandingPage theirs) {

		/** A part that differs; {@code label} is in words. */
		record Row(String name, String label, String yours, String theirs) {

		}

	}

	public boolean isDenylist() {
		return this.head.page().kind() == PageKind.DENYLIST;
	}

	public long count(String weight) {
		return this.findings.stream().filter((found) -> found.weight().equals(weight)).count();
	}

	/** What is to be found in one part, to be shown beside it. */
	public List<PageMessages.Found> about(String prefix) {
		return this.findings.stream()
			.filter((found) -> !found.weight().equals("note"))
			.filter((found) -> found.part().equals(prefix) || found.part().startsWith(prefix + "."))
			.toList();
	}

}
