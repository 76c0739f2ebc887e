package dev.sayso.store;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

import dev.sayso.shared.Actor;
import dev.sayso.shared.api.ProblemException;
import dev.sayso.shared.api.ProblemException.Fault;

/**
 * The uploaded pictures that something configured shows, in the configuration file: each
 * under the hash of what it holds, by which texts and pages name it.
 */
@Component
@Order(26)
class ImagesPart implements ConfigurationPart<ImagesPart.ImageItem> {

	private static final String KEY = "[0-9a-f]{32}\\.(png|jpg)";

	private final List<ImageUsage> usages;

	private final UploadedImages images;

	ImagesPart(List<ImageUsage> usages, UploadedImages images) {
		this.usages = usages;
		this.images = images;
	}

	/**
	 * A picture as the file has it.
	 *
	 * @param key the hash of its bytes, and its type
	 * @param content its bytes, in Base64
	 */
	record ImageItem(@Nullable String key, @Nullable String content) implements Item {

		byte[] bytes() {
			return Base64.getDecoder().decode(Objects.requireNonNull(this.content));
		}

	}

	@Override
	public String kind() {
		return "images";
	}

	@Override
	public Class<ImageItem> type() {
		return ImageItem.class;
	}

	@Override
	public Stream<ImageItem> items() {
		Set<String> names = new TreeSet<>();
		this.usages.forEach((usage) -> names.addAll(usage.images()));
		return names.stream().map(this::find).flatMap(Optional::stream);
	}

	@Override
	public Optional<ImageItem> find(String key) {
		return this.images.find("/images/" + key)
			.flatMap((image) -> this.images.content(image.hash(), image.type()))
			.map((content) -> new ImageItem(key, Base64.getEncoder().encodeToString(content)));
	}

	@Override
	public List<Fault> faults(ImageItem written) {
		List<Fault> faults = new ArrayList<>();
		if (written.key() == null || !written.key().matches(KEY)) {
			faults.add(new Fault("/key", (written.key() == null) ? MISSING : "is not the hash of a picture"));
		}
		if (written.content() == null) {
			faults.add(new Fault("/content", MISSING));
		}
		else if (!isBase64(written)) {
			faults.add(new Fault("/content", "is no Base64"));
		}
		return faults;
	}

	private static boolean isBase64(ImageItem written) {
		try {
			return written.bytes().length > 0;
		}
		catch (IllegalArgumentException ex) {
			return false;
		}
	}

	@Override
	public ImageItem apply(ImageItem written, @Nullable ImageItem before, Actor by) {
		if (before != null) {
			return before;
		}
		String key = Objects.requireNonNull(written.key());
		int dot = key.indexOf('.');
		if (!this.images.restore(key.substring(0, dot), key.substring(dot + 1), written.bytes(), by.name())) {
			throw ProblemException.faulty(List.of(new Fault("/content", "is no picture of this hash that is served")));
		}
		return written;
	}

	/** A picture that nothing shows any more may be in an old version. */
	@Override
	public boolean prune(ImageItem unnamed, Actor by) {
		return false;
	}

}
