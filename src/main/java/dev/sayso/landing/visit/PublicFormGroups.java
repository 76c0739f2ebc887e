package dev.sayso.landing.visit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import dev.sayso.consent.Purpose;
import dev.sayso.landing.BoxMeaning;
import dev.sayso.landing.PageBlock;
import dev.sayso.landing.PageBlock.Type;
import dev.sayso.landing.form.PublicFormBody;
import dev.sayso.landing.visit.PublicFormView.Box;
import dev.sayso.landing.visit.PublicFormView.Field;
import dev.sayso.landing.visit.PublicPageRenderer.Piece;
import dev.sayso.service.Service;
import dev.sayso.shared.Channel;

/**
 * Draws the runs of checkboxes of a page: each under its legend, a channel with its
 * services inside.
 */
final class PublicFormGroups {

	private final Canvas canvas;

	private final ShownForm view;

	private final List<PageBlock> blocks;

	private final PublicFormBoxes boxes;

	private final PublicMessages messages;

	private final Set<Channel> opened = new HashSet<>();

	/**
	 * @param blocks all that is shown of the page
	 */
	PublicFormGroups(Canvas canvas, ShownForm view, List<PageBlock> blocks) {
		this.canvas = canvas;
		this.view = view;
		this.blocks = blocks;
		this.boxes = canvas.tools().boxes();
		this.messages = canvas.tools().messages();
	}

	/**
	 * What is drawn so far, piece by piece.
	 *
	 * @param faults what is wrong with what is drawn
	 */
	record Canvas(PublicFormBlocks.Tools tools, Locale locale, StringBuilder html, List<PublicFormView.Fault> faults) {

		Canvas(PublicFormBlocks.Tools tools, Locale locale) {
			this(tools, locale, new StringBuilder(), new ArrayList<>());
		}

		int length() {
			return this.html.length();
		}

		/** Takes away what was drawn from some place on. */
		String take(int begin) {
			String taken = this.html.substring(begin);
			this.html.setLength(begin);
			return taken;
		}

		void draw(String template, Map<String, ?> model) {
			draw(template, model, new ReaderPlaceholders());
		}

		void draw(String template, Map<String, ?> model, ReaderPlaceholders placeholders) {
			this.html.append(this.tools.renderer().render(new Piece(template, this.locale, model), placeholders));
		}

		void add(Field field) {
			ReaderPlaceholders placeholders = new ReaderPlaceholders();
			draw("_field", Map.of("field", field.withPlaceholders(placeholders)), placeholders);
			fault(field.id(), field.label(), field.error());
		}

		void add(Box box) {
			draw("_box", Map.of("box", box));
			fault(box.id(), box.html() ? this.tools.messages().say("public.agreement", this.locale) : box.label(),
					box.error());
		}

		/** Puts something around what was drawn from some place on. */
		void wrap(String template, Map<String, Object> model, int begin) {
			ReaderPlaceholders placeholders = new ReaderPlaceholders();
			Map<String, Object> all = new HashMap<>(model);
			all.put("content", placeholders.html(take(begin)));
			draw(template, all, placeholders);
		}

		void fault(String id, String name, @Nullable String code) {
			if (code != null) {
				PublicMessages messages = this.tools.messages();
				this.faults.add(new PublicFormView.Fault("#" + id,
						messages.say("public.fault.of", this.locale, name, messages.say(code, this.locale))));
			}
		}

	}

	/**
	 * A run of checkboxes under one legend; those that are not about contact under one of
	 * their own.
	 */
	int draw(String legend, int first) {
		int at = first;
		int begin = this.canvas.length();
		boolean use = this.blocks.get(first).type() == Type.PURPOSE;
		while (at < this.blocks.size() && this.blocks.get(at).type().isCheckbox()
				&& (use || this.blocks.get(at).type() != Type.PURPOSE)) {
			at = (this.blocks.get(at).type() == Type.CHANNEL) ? channel(at) : single(at);
		}
		Map<String, Object> model = new HashMap<>();
		model.put("legend", legend);
		model.put("note",
				(this.view.gpc() && this.blocks.subList(first, at).stream().anyMatch(PublicFormGroups::isUnticked))
						? this.messages.say("public.gpc", this.canvas.locale()) : null);
		this.canvas.wrap("_group", model, begin);
		boolean more = at < this.blocks.size() && this.blocks.get(at).type() == Type.PURPOSE;
		return more ? draw(this.messages.say("public.uses", this.canvas.locale()), at) : at;
	}

	private static boolean isUnticked(PageBlock block) {
		return block.box()
			.filter((box) -> PublicFormBoxes.isUntickedByGpc(box.purpose().orElseThrow(), box.meaning()))
			.isPresent();
	}

	private int single(int at) {
		PageBlock block = this.blocks.get(at);
		String refused = this.boxes.refusedSince(this.view, block, this.canvas.locale());
		if (refused != null) {
			refused(block.purpose().orElseThrow(), refused);
			return at + 1;
		}
		this.canvas.add(this.boxes.box(this.view, block, this.canvas.locale()));
		if (block.type() == Type.SERVICE && block.meaning() != BoxMeaning.DO_NOT_CONTACT) {
			this.boxes.find(block.about()).ifPresent(this::again);
		}
		return at + 1;
	}

	/** A refusal that is not asked again, with what takes it back. */
	private void refused(Purpose purpose, String since) {
		ReaderPlaceholders placeholders = new ReaderPlaceholders();
		Map<String, Object> model = new HashMap<>();
		String name = PublicFormBody.box(purpose);
		model.put("name", name);
		model.put("id", "b-" + name.replace('.', '-'));
		model.put("label", this.messages.label(this.view.wording().box(purpose), purpose, this.canvas.locale()));
		model.put("since", placeholders.text(since));
		this.canvas.draw("_refused", model, placeholders);
	}

	/** A channel's box, with those of its services that follow it inside. */
	private int channel(int first) {
		PageBlock block = this.blocks.get(first);
		Optional<Channel> channel = Channel.of(block.about());
		int begin = this.canvas.length();
		Box box = this.boxes.box(this.view, block, this.canvas.locale());
		this.canvas.add(box);
		int inside = this.canvas.length();
		int at = first + 1;
		while (at < this.blocks.size() && channel.filter(services(this.blocks.get(at))::contains).isPresent()) {
			this.canvas.add(this.boxes.box(this.view, this.blocks.get(at), this.canvas.locale()));
			at++;
		}
		if (at > first + 1) {
			String services = this.canvas.take(inside);
			String own = this.canvas.take(begin);
			Map<String, Object> model = new HashMap<>();
			model.put("no", block.meaning() == BoxMeaning.DO_NOT_CONTACT);
			model.put("off", (this.view.recipient() == null) ? null
					: this.messages.say("public.service.off", this.canvas.locale(), box.label()));
			ReaderPlaceholders placeholders = new ReaderPlaceholders();
			model.put("channel", placeholders.html(own));
			model.put("services", placeholders.html(services));
			this.canvas.draw("_card", model, placeholders);
		}
		return at;
	}

	/** The channel of the service that a block is about; none of any other. */
	private Set<Channel> services(PageBlock block) {
		return (block.type() != Type.SERVICE) ? Set.of()
				: this.boxes.find(block.about()).map(Service::channel).stream().collect(Collectors.toSet());
	}

	/**
	 * Who subscribes while the channel says no is shown that, with a box that opens it
	 * again.
	 */
	void again(Service service) {
		Channel channel = service.channel();
		LinkRecipient recipient = this.view.recipient();
		if (recipient != null && this.view.page().mayReopen(channel)
				&& PublicMessages.isStopped(recipient.say(), channel) && this.opened.add(channel)) {
			this.canvas.add(this.boxes.again(this.view, channel, this.canvas.locale()));
		}
	}

}
