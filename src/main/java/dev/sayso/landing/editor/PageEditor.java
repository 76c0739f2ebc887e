package dev.sayso.landing.editor;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

import dev.sayso.landing.BoxMeaning;
import dev.sayso.landing.LandingPage;
import dev.sayso.landing.PageBlock;
import dev.sayso.landing.PageBlock.Type;
import dev.sayso.landing.PageBox;
import dev.sayso.landing.review.PageReviews;
import dev.sayso.landing.review.PageTitle;

/**
 * Shows a page's editor: its blocks in order, one of them open.
 */
@Component
class PageEditor {

	/** Fields that the form calls otherwise than people do. */
	private static final Map<String, String> LABELS = Map.of("wording", "landing.part.label", "hint",
			"landing.part.help");

	private final PageHeadViews heads;

	private final PageMessages messages;

	private final PageReviews reviews;

	private final NewBlocks newBlocks;

	private final DraftSteps steps;

	private final PreviewPeople people;

	PageEditor(PageHeadViews heads, PageMessages messages, PageReviews reviews, NewBlocks newBlocks, DraftSteps steps,
			PreviewPeople people) {
		this.heads = heads;
		this.messages = messages;
		this.reviews = reviews;
		this.newBlocks = newBlocks;
		this.steps = steps;
		this.people = people;
	}

	/**
	 * The editor.
	 * @param block id of the block that is open; empty for none
	 * @param typed the open block as somebody typed it; null for as it stands
	 */
	ModelAndView show(LandingPage page, String language, String block, @Nullable BlockForm typed, HttpStatus status) {
		return show(page, language, block, typed, null, status);
	}

	/** The editor with both versions of a block that somebody else changed meanwhile. */
	ModelAndView stale(LandingPage page, PageBlock theirs, BlockForm yours) {
		Map<String, String> saved = BlockForm.fields(theirs, yours.language());
		Map<String, String> typed = BlockForm.fields(yours.apply(theirs), yours.language());
		List<PageEditorView.Stale.Row> rows = new ArrayList<>();
		Map<String, String> same = new LinkedHashMap<>();
		same.put("seen", BlockForm.hash(theirs, yours.language()));
		same.put("language", yours.language());
		saved.forEach((name, value) -> {
			String other = typed.getOrDefault(name, "");
			if (value.equals(other)) {
				same.put(name, value);
			}
			else {
				rows.add(new PageEditorView.Stale.Row(name, LABELS.getOrDefault(name, "landing.part." + name), other,
						value));
			}
		});
		return show(page, yours.language(), theirs.id(), yours, new PageEditorView.Stale(rows, same),
				HttpStatus.CONFLICT);
	}

	private ModelAndView show(LandingPage page, String language, String block, @Nullable BlockForm typed,
			PageEditorView.@Nullable Stale stale, HttpStatus status) {
		List<String> languages = page.draft().languages();
		String own = LocaleContextHolder.getLocale().getLanguage();
		String wanted = language.isEmpty() ? own : language;
		String tag = languages.contains(wanted) ? wanted : languages.get(0);
		PageBlock open = PageTitle.find(page.draft(), block).orElse(null);
		PageEditorView view = view(page, tag, open, stale);
		ModelAndView shown = new ModelAndView("landing/editor/edit", status).addObject("view", view)
			.addObject("head", view.head())
			.addObject("people", this.people.choices(page, "", ""));
		if (open != null) {
			shown.addObject("form", (typed != null) ? typed : BlockForm.of(open, tag));
		}
		return shown;
	}

	/** The same with whom the page can be previewed as. */
	ModelAndView show(LandingPage page, String language, String block, String profile, String find) {
		return show(page, language, block, null, HttpStatus.OK).addObject("people",
				this.people.choices(page, profile, find));
	}

	private PageEditorView view(LandingPage page, String tag, @Nullable PageBlock open,
			PageEditorView.@Nullable Stale stale) {
		List<PageMessages.Found> findings = this.reviews.review(page)
			.stream()
			.map((finding) -> this.messages.say(finding, page))
			.toList();
		Map<String, List<PageMessages.Found>> byBlock = new LinkedHashMap<>();
		findings.stream()
			.filter((found) -> found.block() != null && !found.weight().equals("note"))
			.forEach((found) -> byBlock.computeIfAbsent(found.block(), (id) -> new ArrayList<>()).add(found));
		List<PageBlock> blocks = page.draft().blocks();
		List<PageEditorView.Row> rows = new ArrayList<>();
		for (int at = 0; at < blocks.size(); at++) {
			rows.add(row(page, blocks.get(at), tag, at == 0, at == blocks.size() - 1, open, byBlock));
		}
		PageEditorView.Row title = row(page, PageTitle.of(page.draft()), tag, true, true, open, byBlock);
		return new PageEditorView(this.heads.view(page), tag, page.draft().languages(), title, List.copyOf(rows),
				(open != null) ? open(page, open, stale) : null,
				this.newBlocks.addable(page)
					.stream()
					.map((type) -> new PageEditorView.Addable(type.key(), icon(type)))
					.toList(),
				findings, this.steps.canUndo(page.id()), this.steps.canRedo(page.id()));
	}

	private PageEditorView.Row row(LandingPage page, PageBlock block, String tag, boolean first, boolean last,
			@Nullable PageBlock open, Map<String, List<PageMessages.Found>> findings) {
		boolean title = block.id().equals(PageTitle.ID);
		String label = block.in(tag, page.draft().language()).label();
		String about = this.newBlocks.about(block);
		String type = this.messages.word(title ? "landing.part.title" : "landing.block." + block.type().key());
		String name = !about.isEmpty() ? about : label.isBlank() ? type : shorten(label);
		String detail = (block.type().isCheckbox() && block.meaning() != null)
				? type + ", " + this.messages.word("landing.meaning.short." + block.meaning().key())
				: (block.type() == Type.FIELD && block.required())
						? type + ", " + this.messages.word("landing.field.required") : type;
		return new PageEditorView.Row(block.id(), icon(block.type()), name, name.equals(detail) ? "" : detail, first,
				last, open != null && open.id().equals(block.id()), findings.getOrDefault(block.id(), List.of()));
	}

	private PageEditorView.Open open(LandingPage page, PageBlock block, PageEditorView.@Nullable Stale stale) {
		Map<String, String> abouts = new LinkedHashMap<>();
		if (NewBlocks.isAbout(block.type())) {
			abouts.put(block.about(), this.newBlocks.about(block));
			abouts.putAll(this.newBlocks.free(page, block.type(), block.about()));
		}
		return new PageEditorView.Open(block, abouts,
				(block.type() == Type.PURPOSE) ? PageBox.of(block.about()).saying() : "landing.meaning.",
				block.meanings().stream().map(BoxMeaning::key).toList(), block.type().isHelped(), stale);
	}

	private static String shorten(String text) {
		String line = text.replaceAll("\\[([^\\]]*)]\\([^)]*\\)", "$1")
			.replaceAll("[#*_`]", "")
			.replaceAll("\\s+", " ")
			.strip();
		return (line.length() <= 60) ? line : line.substring(0, 58) + "…";
	}

	private static String icon(Type type) {
		return switch (type) {
			case HEADING -> "heading";
			case TEXT -> "align-left";
			case IMAGE -> "photo";
			case DIVIDER -> "separator";
			case FIELD -> "cursor-text";
			case CHANNEL -> "checkbox";
			case SERVICE -> "news";
			case PURPOSE -> "user";
			case PAUSE -> "player-pause";
			case AGREEMENT -> "writing-sign";
			case BUTTON -> "click";
			case CONTACT -> "address-book";
		};
	}

}
