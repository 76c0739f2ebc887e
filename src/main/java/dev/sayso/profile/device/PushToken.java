package dev.sayso.profile.device;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * The address of one device.
 *
 * @param platform of the device, as whoever registered it says; null where nobody did
 */
record PushToken(String token, @Nullable String platform, Instant registeredAt) {

}
