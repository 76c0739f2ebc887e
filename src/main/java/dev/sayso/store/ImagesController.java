package dev.sayso.store;

import java.time.Duration;

import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

import dev.sayso.shared.NotFoundException;

/**
 * Serves uploaded pictures to everybody, under addresses that never change what they
 * show.
 */
@Controller
class ImagesController {

	private final UploadedImages images;

	ImagesController(UploadedImages images) {
		this.images = images;
	}

	@GetMapping("/images/{hash:[0-9a-f]{32}}.{type:png|jpg}")
	ResponseEntity<byte[]> show(@PathVariable String hash, @PathVariable String type) {
		byte[] content = this.images.content(hash, type).orElseThrow(() -> new NotFoundException("image " + hash));
		return ResponseEntity.ok()
			.contentType(type.equals("png") ? MediaType.IMAGE_PNG : MediaType.IMAGE_JPEG)
			.cacheControl(CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable())
			.body(content);
	}

}
