export { accentAsset, subjectAssets } from './assets/subject-assets.js';
export type { SubjectAsset } from './assets/subject-assets.js';
export { subjectPolicy } from './parts/shell.js';
export { renderSubjectPage, SUBJECT_PAGES } from './render-subject-page.js';
export { isWorkedOut } from './robots/is-worked-out.js';
export { subjectPaths } from './subject-paths.js';
export type { LinkPaths, RequestPaths, SubjectPaths } from './subject-paths.js';
export { ASK_FAULTS, ASK_TEXTS, REQUESTERS } from './view/ask-view.js';
export type { AskAccount, AskChallenge, AskFault, AskProblem, AskText, AskValues, AskView, Requester } from './view/ask-view.js';
export { lookFaults } from './view/look-faults.js';
export { SUBJECT_LANGUAGES } from './view/subject-look.js';
export type { ControllerContact, LegalTexts, OwnTexts, SubjectLanguage, SubjectLook } from './view/subject-look.js';
export type {
  AskedView,
  CodeProblem,
  ConfirmView,
  DoneView,
  DownloadView,
  FaultView,
  FindView,
  FollowAction,
  FollowEvent,
  FollowView,
  OpenQuestion,
  OpenView,
  ProveView,
  SayFault,
  SayView,
  SignInProblem,
  SignInView,
  SubjectView,
  ToldTransmission,
  TransmitView,
} from './view/subject-view.js';
