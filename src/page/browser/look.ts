/** How Web Chat looks here (its StyleOptions): the page's colours and type, each contrast at least that of WCAG 2.1 AA. */
const BLUE = '#095797'
const DEEP_BLUE = '#19406c'
const PALE_BLUE = '#dae6f0'
const INK = '#223654'
const QUIET = '#52637d'
const LINE = '#c5cad2'
const FOCUS = '#1472bf'

export const LOOK = {
  accent: BLUE,
  subtle: QUIET,
  backgroundColor: '#ffffff',
  primaryFont: 'inherit',
  fontSizeSmall: '0.875rem',
  paddingRegular: 12,
  paddingWide: 16,

  hideUploadButton: true,
  emojiSet: {},
  markdownRenderHTML: false,
  suggestedActionLayout: 'flow',
  sendBoxTextWrap: true,
  sendTimeout: 10_000,
  autoScrollSnapOnPage: true,
  autoScrollSnapOnActivity: false,

  botAvatarInitials: 'P',
  botAvatarBackgroundColor: BLUE,
  avatarSize: 36,
  showAvatarInGroup: 'sender',

  bubbleBackground: '#f1f4f8',
  bubbleBorderColor: '#f1f4f8',
  bubbleBorderRadius: 8,
  bubbleTextColor: INK,
  bubbleMaxWidth: 680,
  bubbleMinWidth: 48,
  bubbleFromUserBackground: BLUE,
  bubbleFromUserBorderColor: BLUE,
  bubbleFromUserBorderRadius: 8,
  bubbleFromUserTextColor: '#ffffff',

  sendBoxHeight: 56,
  sendBoxMaxHeight: 160,
  sendBoxTextColor: INK,
  sendBoxPlaceholderColor: QUIET,
  sendBoxBorderTop: `1px solid ${LINE}`,
  sendBoxButtonColor: BLUE,
  sendBoxButtonColorOnDisabled: QUIET,
  sendBoxButtonShadeColorOnHover: PALE_BLUE,
  sendBoxButtonShadeColorOnActive: PALE_BLUE,
  sendBoxButtonKeyboardFocusIndicatorBorderColor: FOCUS,
  sendBoxButtonKeyboardFocusIndicatorBorderWidth: 3,

  suggestedActionHeight: 44,
  suggestedActionBorderRadius: 22,
  suggestedActionBorderWidth: 1,
  suggestedActionBorderColor: BLUE,
  suggestedActionTextColor: DEEP_BLUE,
  suggestedActionBackgroundColorOnHover: PALE_BLUE,
  suggestedActionBackgroundColorOnActive: PALE_BLUE,
  suggestedActionKeyboardFocusIndicatorBorderColor: FOCUS,
  suggestedActionKeyboardFocusIndicatorBorderRadius: 20,
  suggestedActionKeyboardFocusIndicatorBorderStyle: 'solid',
  suggestedActionKeyboardFocusIndicatorBorderWidth: 3,
  suggestedActionsVisualKeyboardIndicatorColor: FOCUS,

  transcriptVisualKeyboardIndicatorColor: FOCUS,
  transcriptVisualKeyboardIndicatorWidth: 3,
  transcriptActivityVisualKeyboardIndicatorColor: FOCUS,
  transcriptActivityVisualKeyboardIndicatorStyle: 'solid',
  transcriptActivityVisualKeyboardIndicatorWidth: 2,
  transcriptOverlayButtonBackground: DEEP_BLUE,
  transcriptOverlayButtonBackgroundOnFocus: INK,
  transcriptOverlayButtonBackgroundOnHover: INK,

  timestampColor: QUIET,
  notificationText: INK,
} as const
