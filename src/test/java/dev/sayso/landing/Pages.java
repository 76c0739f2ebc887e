package dev.sayso.landing;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

import org.springframework.stereotype.Component;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

import dev.sayso.shared.Actor;
import dev.sayso.shared.ProfileId;
import dev.sayso.store.Version;

/**
 * The samples of the landing room: pages as marketers publish them.
 */
@Component
public class Pages {

	private static final AtomicInteger NUMBER = new AtomicInteger();

	private static final Instant NOW = Instant.now().truncatedTo(ChronoUnit.MICROS).minusSeconds(60);

	private final LandingPages pages;

	private final PageVersions versions;

	private final LinkToken tokens;

	private final PublishedPages published;

	Pages(LandingPages pages, PageVersions versions, LinkToken tokens, PublishedPages published) {
		this.pages = pages;
		this.versions = versions;
		this.tokens = tokens;
		this.published = published;
	}

	/**
	 * A published form with boxes for these channels, all of this meaning.
	 */
	public LandingPage form(BoxMeaning meaning, String... channels) {
		return publish(PageKind.ACQUISITION,
				Arrays.stream(channels).map((channel) -> new PageBox(channel, meaning)).toList(), false);
	}

	/**
	 * The same, of which opt-ins are confirmed by mail, and a stop is told by mail.
	 */
	public LandingPage mailing(BoxMeaning meaning, String... channels) {
		return mailing(Arrays.stream(channels).map((channel) -> new PageBox(channel, meaning)).toArray(PageBox[]::new));
	}

	/**
	 * The same with boxes of several meanings.
	 */
	public LandingPage mailing(PageBox... boxes) {
		return mailing(List.of(new PageField("email", true), new PageField("mobile", false),
				new PageField("firstName", false)), boxes);
	}

	/**
	 * The same with these fields.
	 */
	public LandingPage mailing(List<PageField> fields, PageBox... boxes) {
		return publish(PageKind.ACQUISITION, List.of(boxes), false, fields, new PageBehaviour.Mails(true, true));
	}

	public LandingPage denylist(boolean askFirst) {
		return publish(PageKind.DENYLIST, List.of(), askFirst);
	}

	/**
	 * The path of somebody's personal link to a page.
	 */
	public String link(LandingPage page, ProfileId profile) {
		return linkAbout(page, profile, "");
	}

	/**
	 * The same to a page that is about the service that its link names.
	 */
	public String linkAbout(LandingPage page, ProfileId profile, String service) {
		return "/p/" + page.slug() + "/"
				+ this.tokens.write(new LinkToken.Link(profile, page.number(), 0, "", service));
	}

	/**
	 * A page as a visitor fills it in whom nobody identified: with an address, and taking
	 * their time.
	 */
	public Browse.Opened visit(MockMvcTester mvc, LandingPage page, String email) {
		return visit(mvc, "/p/" + page.slug(), email);
	}

	public Browse.Opened visit(MockMvcTester mvc, String path, String email) {
		return Browse.open(mvc, path)
			.with("field.email", email)
			.with("sealed", this.tokens.write(System.currentTimeMillis() - 5000));
	}

	/**
	 * The same page under another key.
	 */
	public LandingPage renamed(LandingPage page, String slug) {
		LandingPage renamed = this.pages.save(new LandingPage(page.id(), page.version(), page.number(), slug,
				page.kind(), page.name(), page.draft(), page.published(), page.opensAt(), page.closesAt(), null, null,
				null, page.createdAt(), page.updatedAt(), page.updatedBy(), page.fourEyes()));
		this.published.forget(slug);
		return renamed;
	}

	public LandingPage taken(LandingPage page) {
		LandingPage taken = page.unpublish(NOW, "Sofie Maes");
		this.pages.save(taken);
		this.published.forget(taken.slug());
		return taken;
	}

	/**
	 * A published form that opens tomorrow.
	 */
	public LandingPage opening(BoxMeaning meaning, String... channels) {
		LandingPage page = form(meaning, channels);
		LandingPage early = new LandingPage(page.id(), page.version(), page.number(), page.slug(), page.kind(),
				page.name(), page.draft(), page.published(), NOW.plus(1, ChronoUnit.DAYS), null, null, null, null,
				page.createdAt(), page.updatedAt(), page.updatedBy(), page.fourEyes());
		LandingPage opening = this.pages.save(early);
		this.published.forget(opening.slug());
		return opening;
	}

	/**
	 * A page, published once more as it is.
	 */
	public LandingPage again(LandingPage page) {
		LandingPage again = this.pages.save(page.publish(NOW, "Sofie Maes"));
		this.versions.add(new Version<>(page.id(), again.next() - 1, page.name(), page.draft(), NOW, "Sofie Maes"));
		this.published.forget(page.slug());
		return again;
	}

	public LandingPage publish(PageKind kind, List<PageBox> boxes, boolean askFirst) {
		return publish(kind, boxes, askFirst,
				List.of(new PageField("email", false), new PageField("firstName", false)));
	}

	/**
	 * The same with these fields.
	 */
	public LandingPage publish(PageKind kind, List<PageBox> boxes, List<PageField> fields) {
		return publish(kind, boxes, false, fields);
	}

	/**
	 * A published page of these blocks.
	 * @param service of a page that subscribes or unsubscribes; empty where the link
	 * names it
	 * @param constants what its form adds, by the names of attributes
	 */
	public LandingPage publish(PageKind kind, String service, Map<String, String> constants, PageBlock... blocks) {
		PageContent content = new PageContent("en",
				Map.of("en", new PageTexts("Your choices", "Saved", "", "", "https://verel.example/privacy")),
				List.of(blocks), constants,
				new PageContact("Maison Verel", "8 quai Saint-Vincent", "privacy@verel.example", ""), null, "Verel",
				PageBehaviour.in(ZoneOffset.UTC).withService(service));
		return publish(kind, content);
	}

	private LandingPage publish(PageKind kind, List<PageBox> boxes, boolean askFirst, List<PageField> fields) {
		return publish(kind, boxes, askFirst, fields, PageBehaviour.Mails.NONE);
	}

	private LandingPage publish(PageKind kind, List<PageBox> boxes, boolean askFirst, List<PageField> fields,
			PageBehaviour.Mails mails) {
		Map<String, BlockText> labels = new LinkedHashMap<>();
		boxes.forEach((box) -> labels.put(box.about(), new BlockText("By <b>" + box.about(), "")));
		Map<String, PlainTexts> texts = new LinkedHashMap<>();
		texts.put("en", new PlainTexts("How may we <i>contact</i> you?", "Tell *us* <script>alert(1)</script>", "By",
				labels, "Save", "", "", "This has **ended**", "https://verel.example/privacy", ""));
		texts.put("fr", new PlainTexts("Comment vous contacter ?", "", "", Map.of(), "", "", "", "", "", ""));
		PageContent content = new PlainPage("en", texts, fields, boxes,
				new PageContact("Maison <b>Verel", "8 quai Saint-Vincent", "privacy@verel.example", ""), null, "Verel",
				new PageBehaviour(askFirst, false, null, null, "UTC", "", "", mails))
			.content();
		return publish(kind, content);
	}

	private LandingPage publish(PageKind kind, PageContent content) {
		LandingPage page = this.pages.save(
				LandingPage
					.create(this.pages.nextNumber(), "page-" + NUMBER.incrementAndGet(), kind, "Page", content, NOW,
							Actor.account("sofie", "Sofie Maes"))
					.publish(NOW, "Sofie Maes"));
		this.versions.add(new Version<>(page.id(), 1, "Page", content, NOW, "Sofie Maes"));
		this.published.forget(page.slug());
		return page;
	}

}
