package dev.sayso.landing.editor;

import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import org.jspecify.annotations.Nullable;

import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

import dev.sayso.consent.ConsentSettings;
import dev.sayso.landing.BoxMeaning;
import dev.sayso.landing.LandingPage;
import dev.sayso.landing.PageBox;
import dev.sayso.landing.PageField;
import dev.sayso.landing.PageDefaults;
import dev.sayso.landing.PlainPage;
import dev.sayso.shared.Channel;

/**
 * Shows a page's editor: as the draft stands, or as somebody typed it.
 */
@Component
class PageEditorViews {

	private static final List<String> ZONES = ZoneId.getAvailableZoneIds()
		.stream()
		.filter((zone) -> zone.matches("(Africa|America|Asia|Atlantic|Australia|Europe|Indian|Pacific)/.*|UTC"))
		.sorted()
		.toList();

	private final PageHeadViews heads;

	private final PageMessages messages;

	private final ConsentSettings settings;

	private final PageDefaults defaults;

	private final Clock clock;

	PageEditorViews(PageHeadViews heads, PageMessages messages, ConsentSettings settings, PageDefaults defaults,
			Clock clock) {
		this.heads = heads;
		this.messages = messages;
		this.settings = settings;
		this.defaults = defaults;
		this.clock = clock;
	}

	PageEditorView of(LandingPage page, PageForm form, @Nullable String language) {
		return view(page, form, language, null);
	}

	/** The editor with both versions of what somebody else saved meanwhile. */
	PageEditorView stale(LandingPage theirs, PageForm yours, @Nullable String language) {
		Map<String, String> saved = PlainParts.of(theirs.name(), PlainPage.of(theirs.draft()));
		Set<String> names = new TreeSet<>(saved.keySet());
		names.addAll(PlainParts.of("", PageFormParser.content(yours.values(), PlainPage.of(theirs.draft())).content())
			.keySet());
		List<PageEditorView.Stale.Row> rows = new ArrayList<>();
		Map<String, String> same = new HashMap<>();
		for (String name : names) {
			String their = saved.getOrDefault(name, "");
			String your = yours.value(name).replace("\r\n", "\n");
			if (their.equals(your)) {
				same.put(name, their);
			}
			else {
				rows.add(new PageEditorView.Stale.Row(name, this.messages.name(name), your, their));
			}
		}
		return view(theirs, yours, language, new PageEditorView.Stale(theirs.version(), rows, same, theirs));
	}

	private PageEditorView view(LandingPage page, PageForm form, @Nullable String language,
			PageEditorView.@Nullable Stale stale) {
		List<String> languages = page.draft().languages();
		List<Channel> inUse = this.settings.channelsInUse();
		List<PageMessages.Found> findings = PageReview
			.of(page.kind(), this.defaults.fill(page.draft()), inUse, this.clock.instant())
			.stream()
			.map((finding) -> this.messages.say(finding, page))
			.toList();
		return new PageEditorView(this.heads.of(page), form, language(form, languages, language), languages,
				boxes(form), addable(form, inUse), findings, ZONES, PageField.NAMES, this.defaults.contact(), stale);
	}

	/** The language asked for, unless what is wrong is in another; else the reader's. */
	private static String language(PageForm form, List<String> languages, @Nullable String asked) {
		for (PageForm.Field wrong : form.wrong()) {
			String tag = wrong.name().substring(wrong.name().lastIndexOf('.') + 1);
			if (languages.contains(tag)) {
				return tag;
			}
		}
		String own = LocaleContextHolder.getLocale().getLanguage();
		String wanted = (asked != null) ? asked : own;
		return languages.contains(wanted) ? wanted : languages.get(0);
	}

	private static List<PageEditorView.Box> boxes(PageForm form) {
		List<PageBox> asked = asked(form);
		List<PageEditorView.Box> boxes = new ArrayList<>();
		for (int place = 0; place < asked.size(); place++) {
			PageBox box = asked.get(place);
			boxes.add(new PageEditorView.Box(box.about(), box.messageKey(), box.icon(), place == 0,
					place == asked.size() - 1, box.saying(), box.meanings().stream().map(BoxMeaning::key).toList()));
		}
		return boxes;
	}

	private static List<PageEditorView.Addable> addable(PageForm form, List<Channel> inUse) {
		List<PageBox> boxes = new ArrayList<>(List.of(PageBox.of(PageBox.ANY)));
		inUse.forEach((channel) -> boxes.add(PageBox.of(channel.key())));
		PageBox.USES.forEach((purpose) -> boxes.add(PageBox.of(purpose.key())));
		boxes.removeAll(asked(form));
		return boxes.stream()
			.map((box) -> new PageEditorView.Addable(box.about(), box.messageKey(), box.icon()))
			.toList();
	}

	private static List<PageBox> asked(PageForm form) {
		return List.of(form.value("boxes").split(","))
			.stream()
			.map(PageBox::of)
			.filter(PageBox::fits)
			.distinct()
			.toList();
	}

}
