package dev.sayso.landing.editor;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;

import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import dev.sayso.audit.FieldChange;
import dev.sayso.landing.LandingPage;
import dev.sayso.landing.LandingPages;
import dev.sayso.landing.PageContent;
import dev.sayso.landing.PageParts;
import dev.sayso.landing.PageVersions;
import dev.sayso.shared.Actor;
import dev.sayso.shared.NotFoundException;
import dev.sayso.shared.page.Choices;
import dev.sayso.shared.page.ConsolePage;
import dev.sayso.shared.page.Flash;
import dev.sayso.store.Version;

/**
 * What was published of a page, version by version; one can be made the draft again.
 */
@ConsolePage
@RequestMapping("/landing-pages/{id}/versions")
class PageVersionsController {

	private final LandingPages pages;

	private final PageVersions versions;

	private final PageManagement management;

	private final PageHeadViews heads;

	private final PageMessages messages;

	PageVersionsController(LandingPages pages, PageVersions versions, PageManagement management, PageHeadViews heads,
			PageMessages messages) {
		this.pages = pages;
		this.versions = versions;
		this.management = management;
		this.heads = heads;
		this.messages = messages;
	}

	/**
	 * A version in the list.
	 *
	 * @param differences to the version before it
	 */
	record Row(Version<PageContent> version, List<FieldChange> differences) {

	}

	@GetMapping
	String list(@PathVariable String id, Model model) {
		LandingPage page = this.pages.get(id);
		model.addAttribute("head", this.heads.view(page));
		model.addAttribute("rows", rows(page));
		return "landing/editor/versions";
	}

	@GetMapping("/{number:\\d{1,9}}")
	String show(@PathVariable String id, @PathVariable int number, Model model) {
		LandingPage page = this.pages.get(id);
		Row row = rows(page).stream()
			.filter((version) -> version.version().number() == number)
			.findFirst()
			.orElseThrow(() -> new NotFoundException("version " + number + " of landing page " + id));
		model.addAttribute("head", this.heads.view(page));
		model.addAttribute("row", row);
		model.addAttribute("draft", this.messages.differences(parts(row.version()), this.heads.draft(page)));
		return "landing/editor/version";
	}

	/**
	 * Two versions side by side.
	 * @param left the number of one, by default that before the right one
	 * @param right the number of the other, by default the newest; 0 for the draft, which
	 * stands in while there is but one version
	 * @param rows {@code differing} for those only that differ
	 */
	@GetMapping("/comparison")
	String compare(@PathVariable String id, @RequestParam @Nullable Integer left, @RequestParam @Nullable Integer right,
			@RequestParam(defaultValue = "") String language, @RequestParam(defaultValue = "all") String rows,
			Model model) {
		LandingPage page = this.pages.get(id);
		int newest = (page.published() != null) ? page.published() : 0;
		int after = (right != null) ? right : ((newest > 1) ? newest : 0);
		int before = (left != null) ? left : Math.max(1, ((after > 0) ? after : newest + 1) - 1);
		String tag = PageContent.LANGUAGES.contains(language) ? language : page.draft().language();
		PageComparison comparison = PageComparison.of(side(page, before), side(page, after), tag, this.messages);
		model.addAttribute("head", this.heads.view(page));
		model.addAttribute("numbers", IntStream.rangeClosed(0, newest).boxed().toList());
		model.addAttribute("languages", page.draft().languages());
		model.addAttribute("states", PageComparison.State.values());
		model.addAttribute("shown", Map.of("left", before, "right", after, "language", tag, "rows",
				Choices.read(rows, "all", "differing")));
		model.addAttribute("all", comparison);
		model.addAttribute("comparison", rows.equals("differing") ? comparison.differing() : comparison);
		return "landing/editor/comparison";
	}

	private Map<String, String> side(LandingPage page, int number) {
		return (number == 0) ? this.heads.draft(page)
				: this.versions.find(page.id(), number)
					.map(PageVersionsController::parts)
					.orElseThrow(() -> new NotFoundException("version " + number + " of landing page " + page.id()));
	}

	/**
	 * @param kept what the draft that stands is to be called as a page of its own; empty
	 * where it is not kept
	 */
	@PostMapping("/{number:\\d{1,9}}/restoration")
	String restore(@PathVariable String id, @PathVariable int number,
			@RequestParam(name = "keep", defaultValue = "") String kept, Actor actor, RedirectAttributes redirect) {
		LandingPage page = this.pages.get(id);
		if (!kept.isBlank()) {
			this.management.keepDraft(page.id(), kept.substring(0, Math.min(200, kept.length())), actor);
		}
		this.management.restore(page.id(), number, actor);
		if (kept.isBlank()) {
			Flash.done(redirect, "landing.restored", String.valueOf(number));
		}
		else {
			Flash.done(redirect, "landing.restored.kept", String.valueOf(number), kept);
		}
		return "redirect:/landing-pages/" + id;
	}

	private List<Row> rows(LandingPage page) {
		return this.versions.compare(page.id(),
				(version, before) -> new Row(version,
						before.map((earlier) -> this.messages.differences(parts(earlier), parts(version)))
							.orElseGet(List::of)));
	}

	private static Map<String, String> parts(Version<PageContent> version) {
		return PageParts.of(version.name(), version.content());
	}

}
