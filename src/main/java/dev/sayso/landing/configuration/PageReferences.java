package dev.sayso.landing.configuration;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

import dev.sayso.condition.ConditionCompiler;
import dev.sayso.condition.ConditionMessages;
import dev.sayso.landing.LandingPages;
import dev.sayso.landing.PageBlock;
import dev.sayso.landing.theme.Themes;
import dev.sayso.person.Attribute;
import dev.sayso.person.Attributes;
import dev.sayso.service.Services;
import dev.sayso.shared.api.JsonBody;
import dev.sayso.shared.api.ProblemException.Fault;
import dev.sayso.store.ConfigurationPart;
import dev.sayso.store.UploadedImage;
import dev.sayso.store.UploadedImages;

/**
 * What a page of the configuration file names: what of it is not there, at its place.
 */
@Component
class PageReferences {

	private final Known known;

	private final LandingPages pages;

	private final UploadedImages images;

	private final ConditionCompiler conditions;

	private final ConditionMessages messages;

	PageReferences(Known known, LandingPages pages, UploadedImages images, ConditionCompiler conditions,
			ConditionMessages messages) {
		this.known = known;
		this.pages = pages;
		this.images = images;
		this.conditions = conditions;
		this.messages = messages;
	}

	/** What a page can name of other rooms. */
	@Component
	record Known(Themes themes, Services services, Attributes attributes) {
	}

	/** What is missing, but for pages, which may still come. */
	List<Fault> faults(PageItem written) {
		List<Fault> faults = new ArrayList<>(faults("", written));
		if (written.next() != null) {
			faults.addAll(faults("/next", written.next()));
		}
		if (written.draft() != null) {
			faults.addAll(faults("/draft", written.draft()));
		}
		return faults;
	}

	private List<Fault> faults(String at, PageItem written) {
		List<Fault> faults = new ArrayList<>();
		if (written.theme() != null && this.known.themes().findBySlug(written.theme()).isEmpty()) {
			faults.add(new Fault(at + "/theme", ConfigurationPart.UNKNOWN));
		}
		if (written.service() != null && isNoService(written.service())) {
			faults.add(new Fault(at + "/service", ConfigurationPart.UNKNOWN));
		}
		List<BlockItem> blocks = written.blockList();
		for (int place = 0; place < blocks.size(); place++) {
			if (isGone(blocks.get(place))) {
				faults.add(new Fault(at + "/blocks/" + place + "/about", ConfigurationPart.UNKNOWN));
			}
		}
		if (written.constants() != null) {
			written.constants().forEach((name, value) -> constant(at, name, value, faults));
		}
		if (written.thankYou() != null) {
			conditions(at, written.thankYou(), faults);
		}
		return faults;
	}

	private boolean isNoService(String key) {
		return this.known.services().findBySlug(key).isEmpty();
	}

	private boolean isGone(BlockItem block) {
		PageBlock read = block.block(1, this::address);
		return switch (read.type()) {
			case SERVICE -> isNoService(read.about());
			case FIELD ->
				read.attribute().filter((name) -> this.known.attributes().findByName(name).isEmpty()).isPresent();
			case IMAGE -> block.about() != null && read.about().isEmpty();
			default -> false;
		};
	}

	/**
	 * How a block names an image: its address, and its size behind it, so that a page
	 * leaves room for it before it is there. Empty where there is none of this key.
	 */
	String address(String key) {
		return image(key).map((image) -> image.url() + "#" + image.width() + "x" + image.height()).orElse("");
	}

	private Optional<UploadedImage> image(String key) {
		return this.images.find("/images/" + key);
	}

	private void constant(String at, String name, String value, List<Fault> faults) {
		String pointer = at + "/constants/" + JsonBody.escape(name);
		Attribute attribute = this.known.attributes().findByName(name).orElse(null);
		if (attribute == null) {
			faults.add(new Fault(pointer, ConfigurationPart.UNKNOWN));
		}
		else if (value.isEmpty() || attribute.parse(value) == null) {
			faults.add(new Fault(pointer, "is no value of this attribute"));
		}
	}

	private void conditions(String at, ThanksItem thanks, List<Fault> faults) {
		Locale reader = LocaleContextHolder.getLocale();
		for (int place = 0; place < thanks.list().size(); place++) {
			String pointer = at + "/thankYou/rules/" + place + "/condition";
			this.conditions.faults(thanks.list().get(place).parsed())
				.forEach((fault) -> faults
					.add(new Fault(pointer + fault.pointer(), this.messages.fault(fault, reader))));
		}
	}

	/** The pages to go on to that are not there, or say no by being opened. */
	List<Fault> pages(String at, PageItem written) {
		List<Fault> faults = new ArrayList<>();
		if (written.thankYou() != null) {
			page(at + "/thankYou/page", written.thankYou().page(), faults);
			List<ThanksItem.WayItem> rules = written.thankYou().list();
			for (int place = 0; place < rules.size(); place++) {
				page(at + "/thankYou/rules/" + place + "/page", rules.get(place).page(), faults);
			}
		}
		return faults;
	}

	private void page(String pointer, @Nullable String key, List<Fault> faults) {
		if (key != null && this.pages.findBySlug(key).filter((page) -> !page.kind().stopsEverything()).isEmpty()) {
			faults.add(new Fault(pointer, ConfigurationPart.UNKNOWN));
		}
	}

}
